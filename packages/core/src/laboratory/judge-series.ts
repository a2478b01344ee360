import { judgeAcceptance } from '@mlmcsc/charpy';
import type { AcceptanceRule, AcceptanceVerdict } from '@mlmcsc/contracts';
import type { SpecimenRecord } from './records.ts';

/** Specimens count as tested at a temperature when they are this close to it, °C. @source ISO 148-1 (± 2 °C); check the copy */
const toleranceCelsius = 2;

/** Holds the specimens of a series to its rule. An abnormal test is not judged. */
export function judgeSeries(rule: AcceptanceRule, all: readonly SpecimenRecord[]): AcceptanceVerdict {
  const { clause, temperature_celsius: wanted } = rule;
  const meant = all.filter(
    ({ temperatureCelsius: at }) =>
      wanted === null || (at !== null && Math.abs(at - wanted) <= toleranceCelsius),
  );
  const judged = meant.filter(({ abnormality }) => abnormality === null);
  const findings = properties.flatMap(({ property, read }) => {
    const limits = rule[property];
    if (limits === null) return [];
    const values = judged.map((specimen) => ({
      identifier: specimen.identifier,
      value: read(specimen),
      widthMm: specimen.widthMm,
    }));
    return judgeAcceptance(
      {
        minimumMean: limits.minimum_mean,
        minimumSingle: limits.minimum_single,
        ...('most_below_mean' in limits
          ? { mostBelowMean: limits.most_below_mean, scalesWithWidth: limits.scales_with_width }
          : {}),
      },
      values,
    ).map(({ identifiers, ...finding }) => ({ property, ...finding, specimens: [...identifiers] }));
  });
  return {
    clause,
    passes: findings.some(({ passes }) => passes === false)
      ? false
      : findings.length === 0 || findings.some(({ passes }) => passes === null)
        ? null
        : true,
    judged: judged.map(({ identifier }) => identifier),
    left_out: meant.filter((one) => !judged.includes(one)).map(({ identifier }) => identifier),
    findings,
  };
}

const properties = [
  { property: 'energy_j', read: ({ energyJ }: SpecimenRecord) => energyJ },
  {
    property: 'lateral_expansion_mm',
    // An estimate from the outline is no reading, so it is not judged.
    read: ({ lateralExpansion: found }: SpecimenRecord) =>
      found === null || found.basis === 'estimated' ? null : found.mm,
  },
  { property: 'shear_percent', read: ({ shear }: SpecimenRecord) => shear?.percent ?? null },
] as const;
