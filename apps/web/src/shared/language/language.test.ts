import { afterEach, describe, expect, it } from 'vitest';
import { decimalSign, formatCount, formatPercent } from '../format/format-value.ts';
import { fill, fillCount } from './fill.ts';
import { pickLanguage, pickLocale, setLanguage } from './language.ts';
import { defineTexts, textsReady } from './texts.ts';

afterEach(async () => {
  setLanguage('en', ['en']);
  await textsReady();
});

describe('the language of the page', () => {
  it.each([
    ['de', ['en-US'], 'de'],
    [null, ['de-AT', 'en'], 'de'],
    [null, ['fr-FR', 'de'], 'de'],
    [null, ['en-GB', 'de'], 'en'],
    [null, ['DE'], 'de'],
    [null, ['fr'], 'en'],
    [null, [], 'en'],
    ['xx', ['de'], 'de'],
  ])('chosen earlier %j, reader wants %j: %s', (stored, preferred, language) => {
    expect(pickLanguage(stored, preferred)).toBe(language);
  });

  it('keeps the region of the reader', () => {
    expect(pickLocale('de', ['en-US', 'de-CH'])).toBe('de-CH');
    expect(pickLocale('de', ['en-US'])).toBe('de');
  });

  it('decides how numbers are written', () => {
    setLanguage('de', ['de-DE']);
    expect(formatPercent(63.44)).toBe('63,4 %');
    expect(formatCount(12_345.5)).toBe('12.345,5');
    expect(decimalSign()).toBe(',');
    setLanguage('en', ['en-GB']);
    expect(formatPercent(63.44)).toBe('63.4 %');
    expect(formatCount(5000)).toBe('5000');
    expect(decimalSign()).toBe('.');
  });
});

describe('texts', () => {
  it('follow the language, German being loaded when it is first shown', async () => {
    let loads = 0;
    const text = defineTexts({ hello: 'Hello' }, async () => {
      loads += 1;
      return { hello: 'Hallo' };
    });
    await textsReady();
    expect([text.hello, loads]).toEqual(['Hello', 0]);
    setLanguage('de', ['de']);
    await textsReady();
    await textsReady();
    expect([text.hello, loads]).toEqual(['Hallo', 1]);
    setLanguage('en', ['en']);
    await textsReady();
    expect(text.hello).toBe('Hello');
  });

  it('fill their placeholders', () => {
    expect(fill('{name} is {share}, {name}', { name: 'B {x}', share: 0.5 })).toBe('B {x} is 0.5, B {x}');
    setLanguage('de', ['de']);
    expect(fill('{share}', { share: 0.5 })).toBe('0,5');
  });

  it('follow a count', () => {
    const pictures = { one: '{count} picture of {heat}', other: '{count} pictures of {heat}' } as const;
    expect(fillCount(pictures, 1, { heat: 'A' })).toBe('1 picture of A');
    expect(fillCount(pictures, 0, { heat: 'A' })).toBe('0 pictures of A');
  });
});
