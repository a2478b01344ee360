import { expect, it } from 'vitest';
import { captureName } from './capture-name.ts';

it('names a picture by its specimen and half, else by the time', () => {
  const now = new Date('2026-12-01T08:09:10.123Z');
  expect(captureName({ specimen: 'H-2041/07', half: 2 }, now)).toBe('H-2041_07-2.jpg');
  expect(captureName({ specimen: ' H-2041-07 ' }, now)).toBe('H-2041-07.jpg');
  expect(captureName({}, now)).toBe('capture-2026-12-01-080910.jpg');
});
