import { expect, it } from 'vitest';
import { numberFromInput } from './number-from-input.ts';

it.each([
  [0, 0],
  [39.2, 39.2],
  ['41.0', 41],
  ['0.', 0],
  ['62,5', 62.5],
  ['1,2,3', null],
  ['27.706315941610043', 27.706315941610043],
  ['', null],
  [' ', null],
  ['-', null],
  [Number.NaN, null],
])('reads %j as %j', (value, number) => {
  expect(numberFromInput(value)).toBe(number);
});
