import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

it('writes the same value in one way, whatever the order of its members', () => {
  expect(canonicalJson({ b: [1, { z: null, a: 'x' }], a: true })).toBe(
    '{"a":true,"b":[1,{"a":"x","z":null}]}',
  );
  expect(canonicalJson({ a: true, b: [1, { a: 'x', z: null }] })).toBe(
    canonicalJson({ b: [1, { z: null, a: 'x' }], a: true }),
  );
});

it('writes numbers and sorts names as RFC 8785 has it', () => {
  expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  );
  expect(canonicalJson({ '\u20ac': 1, '\r': 2, '1': 3, '\u00f6': 4 })).toBe(
    '{"\\r":2,"1":3,"\u00f6":4,"\u20ac":1}',
  );
});

it('leaves out what is undefined and refuses what JSON cannot hold', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  expect(() => canonicalJson([Number.NaN])).toThrow(TypeError);
  expect(() => canonicalJson({ at: new Date(0) })).toThrow(TypeError);
});
