import {
  convertUnit,
  type LipReading,
  lateralExpansion,
  ParameterRangeError,
  shearFromDimensions,
} from '@mlmcsc/charpy';
import type {
  EnteredEnergyValue,
  EnteredLateralExpansion,
  EnteredShear,
  EnteredTemperatureValue,
  LateralExpansionValue,
  Lips,
  ShearValue,
} from '@mlmcsc/contracts';
import { InvalidInput } from '../errors.ts';

const mostEnergyJ = 1000;
const mostCelsius = 1000;

/** A temperature in °C. @throws InvalidInput `specimen-invalid` */
export function celsiusOf(entered: EnteredTemperatureValue | null): number | null {
  if (entered === null) return null;
  const celsius = inRange('temperature', () => convertUnit(entered.value, entered.unit, 'degC'));
  if (celsius > mostCelsius) throw invalid('temperature', `must be at most ${mostCelsius} °C`);
  return tidy(celsius);
}

/** An energy in J. @throws InvalidInput `specimen-invalid` */
export function joulesOf(entered: EnteredEnergyValue | null): number | null {
  if (entered === null) return null;
  const joules = inRange('energy', () => convertUnit(entered.value, entered.unit, 'J'));
  if (!(joules >= 0 && joules <= mostEnergyJ)) throw invalid('energy', `must be from 0 to ${mostEnergyJ} J`);
  return tidy(joules);
}

/** Lateral expansion as it is kept: from the gauge it follows from the lips.
 * @throws InvalidInput `specimen-invalid`
 */
export function lateralExpansionOf(
  { basis, mm, lips }: EnteredLateralExpansion,
  isUnbroken: boolean,
): LateralExpansionValue {
  if (basis !== 'gauge') {
    if (mm === undefined) throw invalid('lateral_expansion/mm', 'is missing');
    if (lips !== undefined) throw invalid('lateral_expansion/lips', 'belong to the basis gauge only');
    return { basis, mm, lips: null };
  }
  if (lips === undefined) throw invalid('lateral_expansion/lips', 'are missing: the gauge reads four lips');
  const found = inRange('lateral_expansion/lips', () =>
    lateralExpansion({ halves: [halfOf(lips.half1), halfOf(lips.half2)], isSeparated: !isUnbroken }),
  );
  const value = found.ok ? tidy(found.lateralExpansionMm) : null;
  if (mm !== undefined && (value === null || Math.abs(mm - value) > 1e-6)) {
    throw invalid('lateral_expansion/mm', `does not follow from the lips, which give ${value ?? 'no value'}`);
  }
  return { basis, mm: value, lips };
}

const halfOf = ({ side1, side2 }: Lips['half1']) => [lipOf(side1), lipOf(side2)] as const;
const lipOf = (lip: Lips['half1']['side1']): LipReading =>
  typeof lip === 'number' ? { state: 'measured', protrusionMm: lip } : { state: lip };

/** What the labels of pictures say; the mean counts. */
export interface LabelReading {
  readonly id: string;
  readonly percent: number;
}

/** Percent shear as it is reported, with its method.
 * @param readings - the labels that were named
 * @param studied - what the study that was named says of the specimen; null when there is nothing
 * @throws InvalidInput `specimen-invalid`
 */
export function shearOf(
  {
    method,
    percent,
    reference_area: area,
    a_mm: a,
    b_mm: b,
    label_ids: labelIds = [],
    study_id: study,
  }: EnteredShear,
  widthMm: number,
  readings: readonly LabelReading[],
  studied: number | null,
): ShearValue {
  const value = { method, a_mm: a ?? null, b_mm: b ?? null, label_ids: labelIds };
  if (method === 'a-x-b' && (a !== undefined || b !== undefined)) {
    if (a === undefined || b === undefined) throw invalid('shear', 'needs both a_mm and b_mm');
    if (area === 'measured') throw invalid('shear/reference_area', 'is nominal with A × B');
    const followed = tidy(inRange('shear', () => shearFromDimensions({ aMm: a, bMm: b, widthMm })));
    if (percent !== undefined && Math.abs(percent - followed) > 1e-6) {
      throw invalid('shear/percent', `does not follow from A and B, which give ${followed}`);
    }
    return { ...value, percent: followed, reference_area: 'nominal' };
  }
  if (a !== undefined || b !== undefined)
    throw invalid('shear', 'has a_mm and b_mm only with the method a-x-b');
  if (labelIds.length > 0) {
    if (method !== 'image-analysis') throw invalid('shear/label_ids', 'go with the method image-analysis');
    const followed = tidy(readings.reduce((sum, one) => sum + one.percent, 0) / readings.length);
    if (percent !== undefined && Math.abs(percent - followed) > 1e-6) {
      throw invalid('shear/percent', `does not follow from the labels, which give ${followed}`);
    }
    return { ...value, percent: followed, reference_area: area ?? 'measured' };
  }
  if (method === 'adjudicated') {
    if (study === undefined) throw invalid('shear/study_id', 'is missing');
    if (studied === null) throw invalid('shear/study_id', 'names no study that has a value of this specimen');
    if (percent !== undefined && Math.abs(percent - studied) > 1e-6) {
      throw invalid('shear/percent', `does not follow from the study, which gives ${tidy(studied)}`);
    }
    return { ...value, percent: tidy(studied), reference_area: area ?? null, study_id: study };
  }
  if (study !== undefined) throw invalid('shear/study_id', 'goes with the method adjudicated');
  if (percent === undefined) throw invalid('shear/percent', 'is missing');
  return { ...value, percent, reference_area: area ?? (method === 'a-x-b' ? 'nominal' : null) };
}

/** A refusal that names the field. */
export const invalid = (field: string, requirement: string) =>
  new InvalidInput('specimen-invalid', `${field} ${requirement}.`, { context: { field, requirement } });

function inRange<T>(field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ParameterRangeError) throw invalid(field, error.requirement);
    throw error;
  }
}

/** Without the dust of binary arithmetic; far below any reading. */
const tidy = (value: number): number => Number(value.toFixed(9));
