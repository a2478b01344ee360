import { describe, expect, it } from 'vitest';
import type { Text, Texts } from './shared/language/texts.ts';

/** German texts that are rightly the same as the English: names, units, words of both languages. */
const SAME_IN_BOTH = new Set([
  'Drift',
  'Webhooks',
  'Redis',
  'Esc',
  'Name',
  'PDF',
  'Burr',
  'Kohout',
  'SHA-256',
  'Fgy, N',
  'Fm, N',
  'Fiu, N',
  'Fa, N',
  'Pseudonym',
  'Code',
  'Logo',
  'Version',
]);

const englishFiles = import.meta.glob<{ english: Texts }>('./**/texts/english.ts', { eager: true });
const germanFiles = import.meta.glob<{ german: Texts }>('./**/texts/german.ts', { eager: true });

const parts = Object.keys(englishFiles).map((path) => ({
  name: path.replace(/^\.\/|\/texts\/english\.ts$/g, ''),
  english: englishFiles[path]?.english ?? {},
  german: germanFiles[path.replace('english.ts', 'german.ts')]?.german ?? {},
}));

const formsOf = (text: Text | undefined): string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : [text.one, text.other];
const placeholdersOf = (text: Text | undefined): string[] =>
  [...new Set(formsOf(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();
/** Whether there are words to translate at all, units left out. */
const hasWords = (form: string) =>
  /[A-Za-z]{2,}/.test(
    form.replaceAll(/\{\w+\}/g, '').replaceAll(/\b(px|mm|kN|ms|min|KiB|MiB|ln|SHA-256)\b/g, ''),
  );

it('finds the catalogues', () => {
  expect(parts.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['shared', 'app', 'features/analysis', 'features/intake']),
  );
});

describe.each(parts)('texts of $name', ({ english, german }) => {
  const keys = Object.keys(english);

  it('are all there in German, and no others', () => {
    expect(Object.keys(german).sort()).toEqual([...keys].sort());
    const empty = keys.filter((key) => formsOf(german[key]).some((form) => form.trim() === ''));
    expect(empty).toEqual([]);
  });

  it('are translated', () => {
    const same = keys.flatMap((key) =>
      formsOf(german[key]).filter(
        (form) => formsOf(english[key]).includes(form) && hasWords(form) && !SAME_IN_BOTH.has(form),
      ),
    );
    expect(same).toEqual([]);
  });

  it('have the same placeholders in both languages', () => {
    const other = keys.filter(
      (key) => placeholdersOf(english[key]).join() !== placeholdersOf(german[key]).join(),
    );
    expect(other).toEqual([]);
  });
});
