import type { LoadedModel } from '../model/load-model.ts';
import type { MeasuredFile } from './measured-file.ts';

const hundredths = (value: number) => Math.round(value * 100) / 100;

/** One line of `mlmcsc analyse` as JSON; documented in docs/reference/cli.md. Pixels are rounded to hundredths. */
export function resultLine(result: MeasuredFile, model: Pick<LoadedModel, 'version' | 'digest'>): string {
  return JSON.stringify({
    file: result.path,
    status: result.status,
    shear_percent: result.shearPercent,
    lower: result.lower,
    upper: result.upper,
    interval_level: result.intervalLevel,
    bbox: result.bbox?.map(hundredths) ?? null,
    outline: result.outline?.map((point) => point.map(hundredths)) ?? null,
    notch_side: result.notchSide,
    px_per_mm: result.pxPerMm === null ? null : hundredths(result.pxPerMm),
    flags: result.flags,
    reason: result.reason,
    model: { version: model.version, digest: model.digest },
    pipeline_version: result.pipelineVersion,
    elapsed_ms: Math.round(result.elapsedMs),
  });
}

/** The same for people: one row of fixed columns. */
export function resultRow(result: MeasuredFile, fileWidth: number): string {
  const shear = result.shearPercent === null ? '' : `${result.shearPercent.toFixed(1)} %`;
  const interval =
    result.lower === null || result.upper === null
      ? ''
      : `${result.lower.toFixed(0)}–${result.upper.toFixed(0)} %`;
  const remark = result.reason ?? result.flags.join(', ');
  return `${result.path.padEnd(fileWidth)}  ${result.status.padEnd(10)}  ${shear.padStart(8)}  ${interval.padStart(9)}  ${remark}`.trimEnd();
}

/** Headings over `resultRow`. */
export const resultRowHeader = (fileWidth: number): string =>
  `${'file'.padEnd(fileWidth)}  ${'status'.padEnd(10)}  ${'shear'.padStart(8)}  ${'interval'.padStart(9)}  remark`;
