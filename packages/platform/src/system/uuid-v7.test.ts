import { expect, test } from 'vitest';
import { uuidV7 } from './uuid-v7.ts';

test('identifiers are valid, different and sorted by creation', () => {
  const ids = Array.from({ length: 20_000 }, () => uuidV7.next());
  expect(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});
