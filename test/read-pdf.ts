import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as a program reads it. */
export interface ReadPdf {
  /** Text of each page, words in the order in which they were written. */
  readonly pages: readonly string[];
  /** Pictures drawn on all pages. */
  readonly pictures: number;
  /** Filled and stroked paths on all pages. */
  readonly paths: number;
  readonly title: string;
  readonly createdAt: string;
  /** Fonts that the file does not bring along itself. */
  readonly missingFonts: readonly string[];
}

/** Reads a PDF with Mozilla's reader, which shares nothing with the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  try {
    const { info } = await pdf.getMetadata();
    const { Title: title, CreationDate: createdAt } = info as { Title: string; CreationDate: string };
    const pages: string[] = [];
    const missing = new Set<string>();
    let pictures = 0;
    let paths = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const operators = await page.getOperatorList();
      pictures += operators.fnArray.filter((code) => code === OPS.paintImageXObject).length;
      paths += operators.fnArray.filter((code) => code === OPS.constructPath).length;
      const { items } = await page.getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
      for (const [index, code] of operators.fnArray.entries()) {
        if (code !== OPS.setFont) continue;
        const font = page.commonObjs.get(operators.argsArray[index][0]);
        if (font.missingFile) missing.add(font.name);
      }
    }
    return { pages, pictures, paths, title, createdAt, missingFonts: [...missing] };
  } finally {
    await task.destroy();
  }
}
