import {
  estimateLateralExpansion,
  formatReported,
  type HalfReadings,
  type LateralExpansionCriterion,
  lateralExpansion,
  lateralExpansionCriteria,
  lateralExpansionProfiles,
  meetsLateralExpansion,
  roundLateralExpansion,
  type TieRule,
} from '@mlmcsc/charpy';
import type { Command } from 'commander';
import { jsonOption, numberThatIs, tiesOption, widthOption } from './calculation-options.ts';
import { parseLips } from './parse-lips.ts';
import {
  type Calculation,
  type CalculationOptions,
  printCalculation,
  row,
  shortNumber,
} from './print-calculation.ts';

export interface LateralExpansionOptions extends CalculationOptions {
  readonly half1: HalfReadings;
  readonly half2: HalfReadings;
  /** False with `--not-separated`. */
  readonly notSeparated?: boolean;
  readonly ties: TieRule;
}

export interface EstimateOptions extends CalculationOptions {
  readonly maxWidthMm: number;
  readonly widthMm: number;
}

/** Command-line names of the four lips. */
const LIP_NAMES = Object.fromEntries(
  [1, 2].flatMap((half) =>
    [1, 2].map((side) => [`protrusionMm of half ${half}, side ${side}`, `--half-${half} (side ${side})`]),
  ),
);

/** `mlmcsc calculate lateral-expansion` and `mlmcsc calculate estimated-lateral-expansion`. */
export function addLateralExpansionCommands(calculate: Command): void {
  calculate
    .command('lateral-expansion')
    .description('lateral expansion from the gauge readings of both halves')
    .requiredOption(
      '--half-1 <side 1,side 2>',
      'first half, mm; damaged or missing where there is no reading',
      parseLips,
    )
    .requiredOption('--half-2 <side 1,side 2>', 'second half, sides of the bar in the same order', parseLips)
    .option('--not-separated', 'the halves hold together')
    .addOption(tiesOption())
    .addOption(jsonOption())
    .action((options: LateralExpansionOptions) => {
      printCalculation(options, () => calculateLateralExpansion(options), LIP_NAMES);
    });
  calculate
    .command('estimated-lateral-expansion')
    .description(
      'estimate from the largest width of the outline in a picture; the gauge reading is what counts',
    )
    .requiredOption('--max-width-mm <mm>', 'largest width', numberThatIs('above 0, at most twice the width'))
    .addOption(widthOption())
    .addOption(jsonOption())
    .action((options: EstimateOptions) => printCalculation(options, () => calculateEstimate(options)));
}

/** Lateral expansion with the criteria it reaches, or which lips are unread. @throws RangeError for a lip outside 0–5 mm */
export function calculateLateralExpansion(options: LateralExpansionOptions): Calculation {
  const { half1, half2, notSeparated = false, ties } = options;
  const result = lateralExpansion({ halves: [half1, half2], isSeparated: !notSeparated });
  const flagLines = result.flags.map(
    () => 'The halves hold together: valid only where the lips could be measured.',
  );
  if (!result.ok) {
    const lips = result.unreadLips.map(({ half, side, state }) => `half ${half}, side ${side} ${state}`);
    const atLeast = result.atLeastMm === null ? [] : [row('at least', `${shortNumber(result.atLeastMm)} mm`)];
    return {
      json: {
        status: result.reason,
        lateral_expansion_mm: null,
        unread_lips: result.unreadLips,
        at_least_mm: result.atLeastMm,
        flags: result.flags,
      },
      lines: [`No lateral expansion: ${lips.join('; ')}.`, ...atLeast, ...flagLines],
    };
  }
  const { lateralExpansionMm } = result;
  const printed = Object.values(lateralExpansionProfiles).map((profile) => {
    const rounded = roundLateralExpansion(lateralExpansionMm, { ...profile, ties });
    return { unit: profile.unit, value: rounded, text: formatReported(rounded, profile) };
  });
  const criteria = Object.keys(lateralExpansionCriteria) as LateralExpansionCriterion[];
  const verdicts = criteria.map((name) => [name, meetsLateralExpansion(lateralExpansionMm, name)] as const);
  return {
    json: {
      status: 'ok',
      basis: result.basis,
      lateral_expansion_mm: lateralExpansionMm,
      counting_lips: result.countingLips.map(({ protrusionMm, ...lip }) => ({
        ...lip,
        protrusion_mm: protrusionMm,
      })),
      printed: printed.map(({ unit, value }) => ({ unit, value })),
      ties,
      criteria_met: Object.fromEntries(verdicts),
      flags: result.flags,
    },
    lines: [
      row('lateral expansion', `${shortNumber(lateralExpansionMm)} mm`),
      row('printed', printed.map(({ text, unit }) => `${text} ${unit}`).join(' or ')),
      ...result.countingLips.map(({ side, half, protrusionMm }) =>
        row(`side ${side}`, `${shortNumber(protrusionMm)} mm, half ${half}`),
      ),
      ...verdicts.map(([name, isMet]) => row(`at least ${name}`, isMet ? 'yes' : 'no')),
      ...flagLines,
    ],
  };
}

/** Lateral expansion estimated from an outline. @throws RangeError outside the ranges */
export function calculateEstimate({ maxWidthMm, widthMm }: EstimateOptions): Calculation {
  const result = estimateLateralExpansion(maxWidthMm, widthMm);
  if (!result.ok) {
    return {
      json: { status: result.reason, lateral_expansion_mm: null, missing_mm: result.missingMm },
      lines: [`No estimate: the outline is ${shortNumber(result.missingMm)} mm narrower than the specimen.`],
    };
  }
  return {
    json: { status: 'ok', basis: result.basis, lateral_expansion_mm: result.lateralExpansionMm },
    lines: [
      row(
        'lateral expansion',
        `${shortNumber(result.lateralExpansionMm)} mm, estimated, not a gauge reading`,
      ),
    ],
  };
}
