import { ParameterRangeError } from '@mlmcsc/charpy';

/** One reading of a comparison of readers. */
export interface ReaderReading {
  readonly specimen: string;
  /** A person, or the model. */
  readonly reader: string;
  /** 1 for the first time this reader reads this specimen. */
  readonly repeat: number;
  /** Percent shear, 0 to 100. */
  readonly percent: number;
}

/** Readings by specimen and reader, repeats in order. Specimens and readers are in the order of the alphabet. */
export interface ReadingTable {
  readonly specimens: readonly string[];
  readonly readers: readonly string[];
  /** Specimens × readers × repeats; a cell without readings is empty. */
  readonly cells: readonly (readonly (readonly number[])[])[];
}

/** @throws ParameterRangeError for a percentage outside 0 to 100, a repeat that is no whole number from 1, or a reading given twice */
export function tabulateReadings(readings: readonly ReaderReading[]): ReadingTable {
  const bySpecimen = new Map<string, Map<string, Map<number, number>>>();
  const names = new Set<string>();
  readings.forEach(({ specimen, reader, repeat, percent }, i) => {
    if (!(percent >= 0 && percent <= 100)) {
      throw new ParameterRangeError(`readings[${i}].percent`, `must be from 0 to 100 %, got ${percent}`);
    }
    if (!(Number.isInteger(repeat) && repeat >= 1)) {
      throw new ParameterRangeError(`readings[${i}].repeat`, `must be a whole number from 1, got ${repeat}`);
    }
    names.add(reader);
    const ofSpecimen = bySpecimen.get(specimen) ?? new Map<string, Map<number, number>>();
    const repeats = ofSpecimen.get(reader) ?? new Map<number, number>();
    if (repeats.has(repeat)) {
      throw new ParameterRangeError(
        `readings[${i}]`,
        `must not repeat an earlier one: ${reader} has already given repeat ${repeat} of ${specimen}`,
      );
    }
    repeats.set(repeat, percent);
    ofSpecimen.set(reader, repeats);
    bySpecimen.set(specimen, ofSpecimen);
  });
  const specimens = [...bySpecimen.keys()].sort();
  const readers = [...names].sort();
  const inOrder = (repeats: ReadonlyMap<number, number> | undefined) =>
    repeats === undefined ? [] : [...repeats].sort(([a], [b]) => a - b).map(([, percent]) => percent);
  return {
    specimens,
    readers,
    cells: specimens.map((specimen) =>
      readers.map((reader) => inOrder(bySpecimen.get(specimen)!.get(reader))),
    ),
  };
}
