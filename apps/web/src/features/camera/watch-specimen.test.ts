import { describe, expect, it } from 'vitest';
import {
  type BenchPhase,
  FRESH_WATCH,
  noteCapture,
  type SeenFace,
  type SpecimenWatch,
  watchSpecimen,
} from './watch-specimen.ts';

/** A face that looks like no other one of another `kind`. */
const face = (kind: number, overrides: Partial<SeenFace> = {}): SeenFace => {
  const pattern = new Float32Array(8);
  pattern[kind] = 1;
  return { bbox: [100, 80, 400, 320], isSharp: true, pattern, ...overrides };
};

/** Shows something `times` times, 200 ms apart, taking a picture whenever the moment has come. */
function show(watch: SpecimenWatch, seen: SeenFace | null, times: number, fromMs: number) {
  const phases: BenchPhase[] = [];
  let captures = 0;
  let now = watch;
  for (let index = 0; index < times; index++) {
    now = watchSpecimen(now, { atMs: fromMs + index * 200, face: seen });
    phases.push(now.phase);
    if (now.phase !== 'steady') continue;
    captures += 1;
    now = noteCapture(now);
  }
  return { watch: now, phases, captures };
}

describe('the watch over the specimen', () => {
  it('takes one picture of a specimen that came to rest', () => {
    const { phases, captures } = show(FRESH_WATCH, face(1), 8, 0);
    expect(phases).toEqual([
      'moving',
      'moving',
      'moving',
      'steady',
      'captured',
      'captured',
      'captured',
      'captured',
    ]);
    expect(captures).toBe(1);
  });

  it('waits for focus', () => {
    const blurred = show(FRESH_WATCH, face(1, { isSharp: false }), 6, 0);
    expect(blurred.phases.at(-1)).toBe('blurred');
    expect(show(blurred.watch, face(1), 1, 1200).captures).toBe(1);
  });

  it('waits until the specimen lies still, slow drift included', () => {
    let watch = FRESH_WATCH;
    for (let index = 0; index < 20; index++) {
      watch = watchSpecimen(watch, {
        atMs: index * 200,
        face: face(1, { bbox: [100 + 4 * index, 80, 400, 320] }),
      });
      expect(watch.phase).toBe('moving');
    }
  });

  it('does not take the same specimen again when it is nudged or missed for a moment', () => {
    const first = show(FRESH_WATCH, face(1), 5, 0);
    const missed = show(first.watch, null, 2, 1000);
    const nudged = show(missed.watch, face(1, { bbox: [180, 90, 400, 320] }), 8, 1400);
    expect(nudged.captures).toBe(0);
    expect(nudged.phases.at(-1)).toBe('captured');
  });

  it('takes the next specimen, with or without a look at the empty stage between', () => {
    const first = show(FRESH_WATCH, face(1), 5, 0);
    expect(show(first.watch, face(2), 5, 1000).captures).toBe(1);
    const empty = show(first.watch, null, 6, 1000);
    expect(show(empty.watch, face(1), 5, 2200).captures).toBe(1);
  });
});
