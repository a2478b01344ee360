import { expect, it } from 'vitest';
import { nextInQueue } from './passed-pictures.ts';

const part = ['a', 'b', 'c'].map((analysis_id) => ({ analysis_id }));

it('leads to the first picture that was not passed', () => {
  expect(nextInQueue(part, 'a', new Set())).toBe('b');
  expect(nextInQueue(part, 'b', new Set())).toBe('a');
  expect(nextInQueue(part, 'b', new Set(['a']))).toBe('c');
});

it('ends when everything was passed', () => {
  expect(nextInQueue(part, 'c', new Set(['a', 'b']))).toBeNull();
  expect(nextInQueue([], 'c', new Set())).toBeNull();
});
