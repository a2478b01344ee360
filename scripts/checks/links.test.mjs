import { describe, expect, it } from 'vitest';
import { inRepository } from '../lib/repository.mjs';
import { findBrokenReferences } from './links.mjs';

const check = (text) =>
  findBrokenReferences(inRepository('README.md'), text, {
    npmScripts: new Set(['check']),
    commands: new Set(['up']),
  });

describe('findBrokenReferences', () => {
  it('accepts files, folders, addresses and scripts that exist', () => {
    const text =
      '[a](package.json) [b](scripts/) [c](https://example.org/x) `scripts/check.mjs` then `npm run check`, `mlmcsc up`\n';
    expect(check(text)).toEqual([]);
  });

  it('names the line of a link, a quoted path and a script that do not exist', () => {
    expect(check('# Title\n[a](missing.md)\n`docs/nowhere/`\n\nnpm run fly\n\nnpx mlmcsc fly\n')).toEqual([
      'README.md:2: links to missing.md, which does not exist',
      'README.md:3: names docs/nowhere/, which does not exist',
      'README.md:5: names npm run fly, which package.json does not have',
      'README.md:7: names mlmcsc fly, which is no command',
    ]);
  });

  it('checks headings of the same page', () => {
    expect(check('# The `first` part\n[a](#the-first-part) [b](#second)\n')).toEqual([
      'README.md:2: links to #second, but there is no such heading',
    ]);
  });
});
