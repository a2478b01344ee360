import type { EvaluationPicture } from '../pictures/evaluation-picture.ts';
import type { CloseReading } from '../viewing/close-reading.ts';
import { type PictureView, showsSpecimen } from '../viewing/picture-view.ts';

/** One broken bar of a laboratory, as seen in its picture. */
export interface Bar {
  readonly specimen: string;
  readonly heat: string;
  /** Percent shear, 0 to 100. */
  readonly truth: number;
  readonly widthMm: number;
  /** What the product and the baselines learn from; null = the picture was refused. */
  readonly seen: { readonly features: Float64Array; readonly texture: readonly number[] } | null;
}

/** A bar that was not refused. */
export type SeenBar = Bar & { readonly seen: NonNullable<Bar['seen']> };

/** A bar with its close reading; null = the picture was refused. */
export type ReadBar = Bar & { readonly close: CloseReading | null };

export function isSeen(bar: Bar): bar is SeenBar {
  return bar.seen !== null;
}

/** The bars of pictures that show one. A face that was found in the wrong place is an answer like any other. */
export function barsOf(pictures: readonly EvaluationPicture[], views: readonly PictureView[]): Bar[] {
  return pictures.flatMap(({ specimen, heat, spec }, i) => {
    const view = views[i];
    if (!showsSpecimen(view)) return [];
    const { status, features, texture, truth } = view;
    return [
      {
        specimen,
        heat,
        truth,
        widthMm: spec.kind === 'fracture' ? spec.specimen.widthMm : 10,
        seen:
          status === 'ok' && features !== null && texture !== null
            ? { features: Float64Array.from(features), texture }
            : null,
      },
    ];
  });
}
