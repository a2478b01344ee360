import { ParameterRangeError } from '../parameter-range-error.ts';
import { type CompatibleUnit, compatibleUnits, type UnitName, unitTable } from './unit-table.ts';

const ABSOLUTE_ZERO = { degC: -273.15, degF: -459.67 } as const;

/** A value in another unit of the same quantity, not rounded. There and back again changes at most the last digits.
 * @param value - finite; a temperature not below absolute zero. Temperatures are points of the scale, not differences
 * @param from - unit of `value`
 * @param to - a unit of the same quantity
 * @throws RangeError when the value is not finite, below absolute zero, or the units measure different quantities
 * @source Exact factors of `unitTable`; °F = °C · 9/5 + 32
 * @example convertUnit(41, 'J', 'ft-lbf') // 30.24…
 */
export function convertUnit<From extends UnitName>(
  value: number,
  from: From,
  to: CompatibleUnit<From>,
): number {
  if (!Number.isFinite(value)) {
    throw new ParameterRangeError('value', `must be a finite number, got ${value}`);
  }
  const source = unitTable[from];
  const target = unitTable[to];
  if (source.quantity !== target.quantity) {
    const allowed = compatibleUnits(from).join(', ');
    throw new ParameterRangeError('to', `must be one of ${allowed} for a value in ${from}, got ${to}`);
  }
  if (isTemperature(from)) return convertTemperature(value, from, to);
  return from === (to as UnitName) ? value : (value * source.factor) / target.factor;
}

function convertTemperature(value: number, from: keyof typeof ABSOLUTE_ZERO, to: UnitName): number {
  if (value < ABSOLUTE_ZERO[from]) {
    throw new ParameterRangeError('value', `must be at least ${ABSOLUTE_ZERO[from]} ${from}, got ${value}`);
  }
  if (from === to) return value;
  return from === 'degC' ? (value * 9) / 5 + 32 : ((value - 32) * 5) / 9;
}

function isTemperature(unit: UnitName): unit is keyof typeof ABSOLUTE_ZERO {
  return Object.hasOwn(ABSOLUTE_ZERO, unit);
}
