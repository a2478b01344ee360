import { expect, it } from 'vitest';
import documented from '../../../../../docs/reference/problems/README.md?raw';
import { germanProblems } from './german-problems.ts';

const codes = [...documented.matchAll(/^## (\S+)$/gm)].map(([, code]) => code as string);
/** Made by the client itself, when no answer came or none that it could read. */
const OF_THE_CLIENT = ['network-unreachable', 'unreadable-answer'];

it('has a title for every problem of the API, and for no other', () => {
  const titles = Object.keys(germanProblems).filter((key) => !key.endsWith('.detail'));
  expect(codes.length).toBeGreaterThan(100);
  expect(titles.sort()).toEqual([...codes, ...OF_THE_CLIENT].sort());
});

it('has details only beside a title', () => {
  const details = Object.keys(germanProblems).filter((key) => key.endsWith('.detail'));
  expect(details.filter((key) => germanProblems[key.replace('.detail', '')] === undefined)).toEqual([]);
});
