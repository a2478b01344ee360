import { judgeAcceptance, judgeRetest, type RetestVerdict, retestClauses } from '@mlmcsc/charpy';
import type { AcceptanceRule, AcceptanceVerdict } from '@mlmcsc/contracts';
import type { SpecimenRecord } from './records.ts';

/** Specimens count as tested at a temperature when they are this close to it, °C. @source ISO 148-1 (± 2 °C); check the copy */
const toleranceCelsius = 2;

/** Holds the specimens of a series to its rule. An abnormal test is not judged. Specimens that were tested again are judged for the first set by
 * the rule that gives the second chance; the series passes when they make good everything that failed. */
export function judgeSeries(rule: AcceptanceRule, all: readonly SpecimenRecord[]): AcceptanceVerdict {
  const { clause, temperature_celsius: wanted, retest } = rule;
  const meant = all.filter(
    ({ temperatureCelsius: at }) =>
      wanted === null || (at !== null && Math.abs(at - wanted) <= toleranceCelsius),
  );
  const judged = meant.filter(({ abnormality }) => abnormality === null);
  const again = new Set(retest?.specimens.map((identifier) => identifier.trim().normalize('NFC')) ?? []);
  const first = judged.filter(({ identifier }) => !again.has(identifier));
  const retested = judged.filter(({ identifier }) => again.has(identifier));
  const asked = properties.flatMap(({ property, read }) => {
    const limits = rule[property];
    return limits === null ? [] : [{ property, limits: limitsOf(limits), read }];
  });
  const findings = asked.flatMap(({ property, limits, read }) =>
    judgeAcceptance(limits, valuesOf(first, read)).map(({ identifiers, ...finding }) => ({
      ...{ property, ...finding, specimens: [...identifiers] },
    })),
  );
  const passes = overall(findings);
  const verdict = {
    clause,
    passes,
    judged: first.map(({ identifier }) => identifier),
    left_out: meant.filter((one) => !judged.includes(one)).map(({ identifier }) => identifier),
    findings,
  };
  if (retest == null) return verdict;
  const chances = asked.map(({ property, limits, read }) => ({
    property,
    chance: judgeRetest(retest.rule, limits, valuesOf(first, read), valuesOf(retested, read)),
  }));
  const state = worstOf(chances.map(({ chance }) => chance.state));
  return {
    ...verdict,
    passes: state === 'passed' ? true : passes,
    retest: {
      ...{ rule: retest.rule, clause: retestClauses[retest.rule], state, asked: first.length },
      specimens: retested.map(({ identifier }) => identifier),
      findings: chances.flatMap(({ property, chance }) =>
        chance.findings.map(({ identifiers, ...finding }) => ({
          ...{ property, ...finding, specimens: [...identifiers] },
        })),
      ),
    },
  };
}

function overall(findings: readonly { readonly passes: boolean | null }[]): boolean | null {
  if (findings.some(({ passes }) => passes === false)) return false;
  return findings.length === 0 || findings.some(({ passes }) => passes === null) ? null : true;
}

/** One failed chance decides; a series has passed when every property passes, the failed ones after their retest. */
const gravity: readonly RetestVerdict['state'][] = [
  'failed',
  'not-allowed',
  'waiting',
  'due',
  'incomplete',
  'passed',
  'not-needed',
];
const worstOf = (states: readonly RetestVerdict['state'][]): RetestVerdict['state'] =>
  gravity.find((state) => states.includes(state)) ?? 'not-needed';

const limitsOf = (limits: NonNullable<AcceptanceRule[(typeof properties)[number]['property']]>) => ({
  minimumMean: limits.minimum_mean,
  minimumSingle: limits.minimum_single,
  ...('most_below_mean' in limits
    ? { mostBelowMean: limits.most_below_mean, scalesWithWidth: limits.scales_with_width }
    : {}),
});

const valuesOf = (specimens: readonly SpecimenRecord[], read: (specimen: SpecimenRecord) => number | null) =>
  specimens.map((specimen) => ({
    ...{ identifier: specimen.identifier, value: read(specimen), widthMm: specimen.widthMm },
  }));

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
