import type { HalfReadings, LipReading } from '@mlmcsc/charpy';
import { InvalidArgumentError } from 'commander';

const FORM =
  'It must be two readings in mm, each from 0 to 5, damaged or missing, for instance 0.42,damaged.';

/** Parser of the two lips of one half: `0.42,0.38` or `0.42,damaged`. */
export function parseLips(text: string): HalfReadings {
  const parts = text.split(',').map((part) => part.trim());
  const [side1, side2] = parts;
  if (parts.length !== 2 || side1 === undefined || side2 === undefined) throw new InvalidArgumentError(FORM);
  return [parseLip(side1), parseLip(side2)];
}

function parseLip(text: string): LipReading {
  if (text === 'damaged' || text === 'missing') return { state: text };
  const protrusionMm = Number(text);
  if (text === '' || !Number.isFinite(protrusionMm)) throw new InvalidArgumentError(FORM);
  return { state: 'measured', protrusionMm };
}
