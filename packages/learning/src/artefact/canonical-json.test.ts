import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../json.ts';
import { canonicalJson } from './canonical-json.ts';

describe('canonicalJson', () => {
  it('sorts keys at every depth and leaves no white space', () => {
    expect(canonicalJson({ b: [1, { z: null, y: 'é"' }], a: 1e21, B: -0 })).toBe(
      '{"B":0,"a":1e+21,"b":[1,{"y":"é\\"","z":null}]}',
    );
  });

  it('means the same as the value, in whatever order its keys were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const value = JSON.parse(JSON.stringify(record)) as { [key: string]: JsonValue };
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
    );
  });

  it('refuses what JSON cannot carry', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
    expect(() => canonicalJson({ a: undefined as unknown as JsonValue })).toThrow(/undefined/);
  });
});
