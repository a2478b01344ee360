// The sources below are examples of code with templates.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are code as text
import { describe, expect, it } from 'vitest';
import { inRepository } from '../lib/repository.mjs';
import { findInlineTexts, findInlineTextsIn } from './inline-texts.mjs';

/** Parts of the web application whose texts still stand in the components. Only ever gets shorter. */
const NOT_YET = [
  'features/account/',
  'features/audit/',
  'features/datasets/',
  'features/drift/',
  'features/jobs/',
  'features/letterhead/',
  'features/models/',
  'features/retention/',
  'features/users/',
  'features/webhooks/',
];

const inPart = (text) => NOT_YET.some((part) => text.startsWith(part));

describe('texts of the web application', () => {
  const found = findInlineTextsIn(inRepository('apps/web/src'));

  it('stand in a catalogue', () => {
    expect(found.filter((text) => !inPart(text))).toEqual([]);
  });

  it.skipIf(NOT_YET.length === 0)('are still to be moved where that is said', () => {
    for (const part of NOT_YET)
      expect(
        found.filter((text) => text.startsWith(part)),
        part,
      ).not.toEqual([]);
  });
});

describe('an inline text', () => {
  it.each([
    ['between tags', 'const x = () => <b>Try again</b>;'],
    ['in lower case between tags', 'const x = () => <b>optional</b>;'],
    ['in an attribute', 'const x = () => <Field label="optional" />;'],
    ['in an attribute for screen readers', 'const x = () => <button aria-label={`close ${name}`} />;'],
    ['in a condition', 'const x = () => <b>{ok ? "Signed in" : null}</b>;'],
    ['in a table of words', "const WORDS = { done: 'Finished', none: text };"],
    ['in a sentence with values', 'const x = (n: number) => `Found ${n} pictures`;'],
    ['read when the module loads', 'const WORDS = { done: text.done };'],
  ])('%s is found', (_, source) => {
    expect(findInlineTexts('x.tsx', source)).toHaveLength(1);
  });

  it.each([
    ['an import', "import { Text } from 'Some thing';"],
    ['an error for developers', "throw new TypeError('index.html has no root');"],
    ['a class', 'const x = () => <b className={`wide ${dark} tall`} data-testid="Some thing" />;'],
    ['a comparison', "const x = key === 'Enter';"],
    ['a key', "const x = ['ArrowUp', 'Shift+PageDown'];"],
    ['an address', 'const x = (id: string) => `/api/v1/jobs/${id}/items`;'],
    ['a catalogue’s text read while showing', 'const WORDS = { get done() { return text.done; } };'],
  ])('is not %s', (_, source) => {
    expect(findInlineTexts('x.tsx', source)).toEqual([]);
  });
});
