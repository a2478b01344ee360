import { describe, expect, it } from 'vitest';
import { csvCell, HISTORY_COLUMNS, historyCsv } from './history-csv.ts';

describe('csvCell', () => {
  it.each([
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['+1', "'+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tcmd', "'\tcmd"],
    ['  =1+1', "'  =1+1"],
    ['\n=1', `"'\n=1"`],
  ])('makes %j harmless', (given, expected) => expect(csvCell(given)).toBe(expected));

  it.each([
    ['heat 4711', 'heat 4711'],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['Prüfling 7 – außen', 'Prüfling 7 – außen'],
  ])('keeps the text %j', (given, expected) => expect(csvCell(given)).toBe(expected));

  it('never touches numbers, negative ones included, and leaves empty what has no value', () => {
    expect(csvCell(-1.25)).toBe('-1.25');
    expect(csvCell(0)).toBe('0');
    expect(csvCell(null)).toBe('');
  });
});

describe('historyCsv', () => {
  it('has a header row even when there is nothing', async () => {
    let text = '';
    for await (const piece of historyCsv((async function* () {})())) text += piece;
    expect(text).toBe(`\uFEFF${HISTORY_COLUMNS.map(({ name }) => name).join(',')}\r\n`);
  });
});
