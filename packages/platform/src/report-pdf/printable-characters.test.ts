import { createRequire } from 'node:module';
import { isPrintable } from '@mlmcsc/contracts';
import PDFDocument from 'pdfkit';
import { expect, it } from 'vitest';

const require = createRequire(import.meta.url);

it('the fonts of reports hold every letter that is called printable', () => {
  for (const name of ['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold']) {
    const pdf = new PDFDocument().font(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
    const { _font: opened } = pdf as unknown as {
      _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
    };
    const missing: string[] = [];
    for (let codePoint = 0x20; codePoint <= 0x1ffff; codePoint += 1) {
      if (isPrintable(codePoint) && !opened.font.hasGlyphForCodePoint(codePoint)) {
        missing.push(codePoint.toString(16));
      }
    }
    expect(missing, name).toEqual([]);
  }
});
