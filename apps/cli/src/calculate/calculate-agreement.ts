import { toDeepJsonNames } from '@mlmcsc/core';
import {
  type AgreementResult,
  compareReaders,
  type IntervalEstimate,
  type ReaderAgreement,
} from '@mlmcsc/learning';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import {
  type Calculation,
  type CalculationOptions,
  printCalculation,
  row,
  shortNumber,
} from './print-calculation.ts';
import { readTableFile } from './read-table-file.ts';

export interface AgreementOptions extends CalculationOptions {
  readonly confidence: number;
}

const columns = {
  specimen: { names: ['specimen'] },
  reader: { names: ['reader', 'technician'] },
  percent: { names: ['percent', 'shear_percent'] },
  repeat: { names: ['repeat'], isOptional: true },
} as const;

/** `mlmcsc calculate agreement`. */
export async function calculateAgreement(file: string, options: AgreementOptions): Promise<void> {
  const agreement = await readAgreement(file, options.confidence);
  printCalculation(options, () => describeAgreement(agreement));
  if (!hasFigures(agreement)) process.exitCode = exitCodes.failed;
}

async function readAgreement(file: string, confidence: number): Promise<ReaderAgreement> {
  const seen = new Map<string, number>();
  const readings = await readTableFile(file, columns, (cells) => {
    const [specimen, reader] = [cells.text('specimen'), cells.text('reader')];
    if (specimen === null) throw new RangeError('specimen is empty');
    if (reader === null) throw new RangeError('reader is empty');
    const percent = cells.number('percent');
    if (percent < 0 || percent > 100) throw new RangeError(`percent must be from 0 to 100, not ${percent}`);
    const key = JSON.stringify([specimen, reader]);
    // Without the column, readings of one specimen by one reader are its repeats in the order of the file.
    const repeat = cells.text('repeat') === null ? (seen.get(key) ?? 0) + 1 : cells.number('repeat');
    if (!(Number.isInteger(repeat) && repeat >= 1)) {
      throw new RangeError(`repeat must be a whole number from 1, not ${repeat}`);
    }
    seen.set(key, repeat);
    return { specimen, reader, repeat, percent };
  });
  try {
    return compareReaders(readings, { confidence });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CommandFailure(`${file}: ${error.message}.`, exitCodes.usage, { cause: error });
  }
}

const hasFigures = ({ intraclass, gauge, precision, alphaInterval, perReader }: ReaderAgreement) =>
  [intraclass, gauge, precision, alphaInterval, ...perReader.map(({ limits }) => limits)].some(
    ({ ok }) => ok,
  );

/** The comparison as JSON and as lines. */
export function describeAgreement(agreement: ReaderAgreement): Calculation {
  const { specimens, readers, readingCount, confidence } = agreement;
  const { intraclass, gauge, precision, alphaInterval, alphaOrdinal, perReader } = agreement;
  const level = `${shortNumber(100 * confidence, 1)} %`;
  const withInterval = (one: IntervalEstimate, decimals: number) =>
    `${one.value.toFixed(decimals)} (${level}: ${one.lower.toFixed(decimals)} to ${one.upper.toFixed(decimals)})`;
  return {
    json: toDeepJsonNames(agreement),
    lines: [
      `${specimens.length} specimens, ${readers.length} readers, ${readingCount} readings`,
      ...figure('ICC', intraclass, (found) => [
        row('ICC(2,1), agreement', withInterval(found.agreement, 3)),
        row('ICC(3,1), consistency', withInterval(found.consistency, 3)),
      ]),
      ...figure('alpha, interval', alphaInterval, ({ alpha }) => [row('alpha, interval', alpha.toFixed(3))]),
      ...figure('alpha, ordinal', alphaOrdinal, ({ alpha }) => [row('alpha, ordinal', alpha.toFixed(3))]),
      ...figure('precision (ISO 5725-2)', precision, (found) => [
        row(
          'repeatability s_r',
          `${found.repeatabilityDeviation.toFixed(2)}, limit r ${found.repeatabilityLimit.toFixed(2)}`,
        ),
        row(
          'reproducibility s_R',
          `${found.reproducibilityDeviation.toFixed(2)}, limit R ${found.reproducibilityLimit.toFixed(2)}`,
        ),
      ]),
      ...figure('gauge R&R', gauge, (found) => [
        row(
          'gauge R&R',
          `${found.gauge.studyPercent.toFixed(1)} % of the variation, ${found.distinctCategories ?? 'any number of'} distinct categories`,
        ),
        row(
          '  repeatability',
          `${withInterval(found.repeatabilityInterval, 2)}, ${found.repeatability.studyPercent.toFixed(1)} %`,
        ),
        row(
          '  reproducibility',
          `${found.reproducibility.standardDeviation.toFixed(2)}, ${found.reproducibility.studyPercent.toFixed(1)} %${found.isInteractionPooled ? '' : ', with interaction'}`,
        ),
        row(
          '  specimens',
          `${found.specimens.standardDeviation.toFixed(2)}, ${found.specimens.studyPercent.toFixed(1)} %`,
        ),
      ]),
      ...perReader.flatMap(({ reader, limits }) =>
        figure(`reader ${reader}`, limits, (found) => [
          row(
            `reader ${reader}`,
            `bias ${withInterval(found.bias, 2)}, limits ${found.lowerLimit.value.toFixed(1)} to ${found.upperLimit.value.toFixed(1)}`,
          ),
        ]),
      ),
    ],
  };
}

function figure<Figures>(
  name: string,
  result: AgreementResult<Figures>,
  lines: (found: Figures) => readonly string[],
): readonly string[] {
  return result.ok ? lines(result) : [row(name, `none: ${result.detail}`)];
}
