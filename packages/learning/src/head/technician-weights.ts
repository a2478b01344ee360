import type { LabelledSample } from './labelled-sample.ts';

/** Trust in technicians by name; a technician who is not named counts 1. */
export type TechnicianWeights = ReadonlyMap<string, number>;

/** Above this a single label would outvote a whole session. */
const MAXIMUM_LABEL_WEIGHT = 10;

/** Trust in a label: its own weight × its technician's.
 * @throws RangeError outside 0–10
 */
export function labelTrust(label: LabelledSample, technicianWeights?: TechnicianWeights): number {
  const own = label.weight ?? 1;
  const technician = label.technician === undefined ? 1 : (technicianWeights?.get(label.technician) ?? 1);
  for (const [name, value] of [
    ['weight', own],
    ['technician weight', technician],
  ] as const) {
    if (!(value >= 0 && value <= MAXIMUM_LABEL_WEIGHT)) {
      throw new RangeError(`label ${name} must be from 0 to ${MAXIMUM_LABEL_WEIGHT}, got ${value}`);
    }
  }
  return own * technician;
}
