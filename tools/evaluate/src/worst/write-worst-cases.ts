import { join } from 'node:path';
import type { Model } from '@mlmcsc/learning';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { loadPicture, writeWhole } from '../viewing/picture-store.ts';
import { drawWorstCase } from './draw-worst-case.ts';
import { whatIsUnusual } from './what-is-unusual.ts';
import type { AnsweredPicture } from './worst-cases.ts';

/** One of the worst answers, as the report shows it. */
export interface WorstCase {
  /** Picture beside the report. */
  readonly file: string;
  readonly specimen: string;
  readonly family: string;
  /** Percent shear. */
  readonly truth: number;
  readonly answer: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unusual: readonly string[];
}

/** Draws the worst answers into a folder, one PNG each, `worst-01.png` the worst. */
export async function writeWorstCases(
  cases: readonly AnsweredPicture[],
  model: Model,
  pictureFolder: string,
  folder: string,
): Promise<WorstCase[]> {
  const codec = new SharpImageCodec();
  const written: WorstCase[] = [];
  for (const [at, { picture, view, answer }] of cases.entries()) {
    const file = `worst-${String(at + 1).padStart(2, '0')}.png`;
    const { data, width, height } = drawWorstCase(await loadPicture(pictureFolder, picture), model);
    writeWhole(join(folder, file), await codec.encodeRgbaPng(withAlpha(data), width, height));
    written.push({
      ...{ file, specimen: picture.specimen, family: view.family, truth: answer.truth, answer: answer.mean },
      ...{ lower: answer.lower ?? null, upper: answer.upper ?? null },
      unusual: whatIsUnusual(picture, view),
    });
  }
  return written;
}

function withAlpha(rgb: Uint8Array): Uint8Array {
  const rgba = new Uint8Array((rgb.length / 3) * 4).fill(255);
  for (let i = 0; i < rgb.length / 3; i += 1) rgba.set(rgb.subarray(3 * i, 3 * i + 3), 4 * i);
  return rgba;
}
