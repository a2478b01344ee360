import { expect, it } from 'vitest';
import { betweenIdentifiers, betweenUsernames, listOfNames } from './list-of-names.ts';

it('takes names apart, each once, without blanks', () => {
  expect(listOfNames('ann, bob  cyd;ann\n', betweenUsernames)).toEqual(['ann', 'bob', 'cyd']);
  expect(listOfNames('X52 01\nX52 02, X52 01\n\n', betweenIdentifiers)).toEqual(['X52 01', 'X52 02']);
  expect(listOfNames('  ', betweenUsernames)).toEqual([]);
});
