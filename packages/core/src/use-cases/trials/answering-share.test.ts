import { describe, expect, test } from 'vitest';
import { isAnsweredByChallenger, placeInTrial, specimenKeyOf } from './answering-share.ts';

const id = '0192f0a0-4c1e-7a3b-9d52-0000000000e1';
const picture = (specimen: string | null, sha256 = 'ab') => ({ specimen, sha256 });

describe('the share of specimens that a challenger answers', () => {
  test('a place is the first 32 bits of a SHA-256 that anybody can compute', () => {
    // printf '%s\n%s' <trial> specimen:h1-01 | sha256sum: 13028839…, 59e0b66e…, 7edb86f6…
    expect(placeInTrial(id, 'specimen:h1-01')).toBe((0x13028839 / 2 ** 32) * 100);
    expect(placeInTrial(id, 'specimen:h1-02')).toBe((0x59e0b66e / 2 ** 32) * 100);
    expect(placeInTrial(id, 'picture:ab')).toBe((0x7edb86f6 / 2 ** 32) * 100);
  });

  test('who is below the percentage is answered: 7.43 is below 8, not below 7', () => {
    expect(isAnsweredByChallenger({ id, percent: 8 }, picture('H1-01'))).toBe(true);
    expect(isAnsweredByChallenger({ id, percent: 7 }, picture('H1-01'))).toBe(false);
    expect(isAnsweredByChallenger({ id, percent: 36 }, picture('H1-02'))).toBe(true);
    expect(isAnsweredByChallenger({ id, percent: 35 }, picture('H1-02'))).toBe(false);
  });

  test('every picture of a specimen goes the same way, however its name was typed', () => {
    expect(specimenKeyOf(picture(' h1-01 ', 'other'))).toBe(specimenKeyOf(picture('H1-01')));
    expect(specimenKeyOf(picture('  '))).toBe('picture:ab');
    expect(specimenKeyOf(picture(null, 'cd'))).toBe('picture:cd');
  });

  test('a shadow answers nothing', () => {
    const all = Array.from({ length: 500 }, (_, i) => picture(`S${i}`));
    expect(all.filter((one) => isAnsweredByChallenger({ id, percent: 0 }, one))).toEqual([]);
  });

  test('20 % of 2000 specimens are 407 here, and other ones in another trial', () => {
    const keys = Array.from({ length: 2000 }, (_, i) => `specimen:s${i}`);
    const share = (trial: string) => keys.filter((key) => placeInTrial(trial, key) < 20);
    expect(share(id)).toHaveLength(407);
    const other = new Set(share('0192f0a0-4c1e-7a3b-9d52-0000000000e2'));
    const both = share(id).filter((key) => other.has(key)).length;
    expect(both).toBeLessThan(140);
  });
});
