import { describe, expect, it } from 'vitest';
import { isPrintable, printableText, unprintableCharacters } from './printable-characters.ts';

describe('what reports can print', () => {
  it('is European writing with its signs, and nothing that is written from right to left', () => {
    const text = 'Röhrenwerk Łódź, Škoda, Сталь, Ελλάδα, ½ ±5 °C µm → ≥ − – „“\n';
    expect(unprintableCharacters(text)).toEqual([]);
    expect(printableText(text)).toBe(text);
    for (const letter of '中あ한عש🚀\u202e\u0007')
      expect(isPrintable(letter.codePointAt(0)!), letter).toBe(false);
  });

  it('stands as a code where it is not, so that nothing vanishes', () => {
    expect(printableText('钢管 7 – 🚀')).toBe('[U+94A2][U+7BA1] 7 – [U+1F680]');
    expect(unprintableCharacters({ a: ['钢管', { b: '钢ب' }], c: 3, d: null })).toEqual([
      ...['U+0628', 'U+7BA1', 'U+94A2'],
    ]);
  });
});
