import { estimateTechnicians, type TechnicianReading } from '@mlmcsc/learning';
import type { JudgedPicture } from '../ports/store.ts';
import type { UnusualReader } from './review-queue-types.ts';

/** Fewer say too little about a person. */
const fewestReadings = 10;
const biasPoints = 5;
const deviationPoints = 10;
/** Half width of an interval of level 0.9 in deviations of a normal distribution. */
const deviationsOfHalfWidth = 1.645;

/** Readers whose bias or scatter is that of an outlier, the largest first.
 * The model counts as one more reader, as sure as its interval at the time is narrow.
 * @param newestFirst - of each picture the newest reading of a technician counts
 */
export function unusualReaders(newestFirst: readonly JudgedPicture[]): UnusualReader[] {
  const readings = new Map<string, TechnicianReading>();
  for (const { analysis, image, label } of newestFirst) {
    const key = `${image.id} ${label.technician}`;
    const { shearPercent, lower, upper } = analysis;
    if (readings.has(key) || shearPercent === null || lower === null || upper === null) continue;
    readings.set(key, {
      technician: label.technician,
      specimen: image.id,
      shearPercent: label.shearPercent,
      modelMean: shearPercent,
      modelVariance: ((upper - lower) / 2 / deviationsOfHalfWidth) ** 2,
    });
  }
  return estimateTechnicians([...readings.values()])
    .map(({ technician, readings: count, bias, variance }) => ({
      ...{ technician, readings: count, bias, deviation: Math.sqrt(variance) },
    }))
    .filter(
      ({ readings: count, bias, deviation }) =>
        count >= fewestReadings && (Math.abs(bias) >= biasPoints || deviation >= deviationPoints),
    )
    .sort((a, b) => b.bias ** 2 + b.deviation ** 2 - (a.bias ** 2 + a.deviation ** 2))
    .map((one) => ({ ...one, detail: inWords(one) }));
}

function inWords({ readings, bias, deviation }: Omit<UnusualReader, 'detail'>): string {
  const side = bias < 0 ? 'below' : 'above';
  return `Reads ${Math.abs(bias).toFixed(1)} points ${side} the other readers and the model, with a scatter of ${deviation.toFixed(1)} points, on ${readings} pictures.`;
}
