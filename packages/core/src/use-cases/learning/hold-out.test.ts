import { expect, test } from 'vitest';
import { decideHeldOut, splitGroupOf } from './hold-out.ts';

test('both halves of a specimen share a group, equal names in other heats do not', () => {
  const sha256 = 'a'.repeat(64);
  const group = splitGroupOf({ heat: 'H7', specimen: 'S1', sha256 });
  expect(splitGroupOf({ heat: 'h7', specimen: 's1', sha256: 'b'.repeat(64) })).toBe(group);
  expect(splitGroupOf({ heat: 'H8', specimen: 'S1', sha256 })).not.toBe(group);
  expect(splitGroupOf({ heat: 'H7', specimen: null, sha256 })).toBe('heat:h7');
  expect(splitGroupOf({ heat: null, specimen: null, sha256 })).toBe(`image:${sha256}`);
});

test('about a fifth of the groups is held out, none of the first', () => {
  const groups = Array.from({ length: 2000 }, (_, index) => `specimen:${index}`);
  const share = groups.filter((group) => decideHeldOut(group, 10)).length / groups.length;
  expect(share).toBeGreaterThan(0.17);
  expect(share).toBeLessThan(0.23);
  expect(groups.some((group) => decideHeldOut(group, 9))).toBe(false);
});
