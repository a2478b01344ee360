import { createSeededRandom, type SeededRandom } from '@mlmcsc/charpy/statistics';

/** A reading that will be asked for. */
export interface PlannedReading {
  readonly specimenId: string;
  readonly reader: string;
  readonly repeat: number;
  readonly place: number;
}

/** Who reads what when: everybody reads all specimens once in a random order of their own, then all of them again in another. Nobody
 * gets the same specimen twice in a row.
 * @param seed - the same seed gives the same orders, whatever else is in the study
 */
export function planReadings({
  specimenIds,
  readers,
  repeats,
  seed,
}: {
  readonly specimenIds: readonly string[];
  readonly readers: readonly string[];
  readonly repeats: number;
  readonly seed: number;
}): readonly PlannedReading[] {
  return readers.flatMap((reader, index) => {
    // Neighbouring seeds share nothing: the generator spreads them.
    const random = createSeededRandom(seed + 7919 * index);
    const order: { specimenId: string; repeat: number }[] = [];
    for (let repeat = 1; repeat <= repeats; repeat++) {
      const round = shuffled(specimenIds, random);
      if (round.length > 1 && order.at(-1)?.specimenId === round[0]) {
        [round[0], round[1]] = [round[1] as string, round[0] as string];
      }
      order.push(...round.map((specimenId) => ({ specimenId, repeat })));
    }
    return order.map((one, place) => ({ ...one, reader, place: place + 1 }));
  });
}

/** Fisher and Yates. */
function shuffled(items: readonly string[], random: SeededRandom): string[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [result[i], result[j]] = [result[j] as string, result[i] as string];
  }
  return result;
}
