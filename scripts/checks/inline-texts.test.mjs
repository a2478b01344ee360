// The sources below are examples of code with templates.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are code as text
import { describe, expect, it } from 'vitest';
import { inRepository } from '../lib/repository.mjs';
import { findInlineTexts, findInlineTextsIn } from './inline-texts.mjs';

it('texts of the web application stand in a catalogue', () => {
  expect(findInlineTextsIn(inRepository('apps/web/src'))).toEqual([]);
});

describe('an inline text', () => {
  it.each([
    ['between tags', 'const x = () => <b>Try again</b>;'],
    ['in lower case between tags', 'const x = () => <b>optional</b>;'],
    ['in an attribute', 'const x = () => <Field label="optional" />;'],
    ['in an attribute for screen readers', 'const x = () => <button aria-label={`close ${name}`} />;'],
    ['in a condition', 'const x = () => <b>{ok ? "Signed in" : null}</b>;'],
    ['a lower-case word in a condition', 'const x = () => <b>{last === null ? ("never") : last}</b>;'],
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
