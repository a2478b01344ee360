import { contentWidth, ink, page, type Sheet } from './sheet.ts';

export interface Column {
  readonly title: string;
  /** Share of the width. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

const padding = 4;
const size = 8;

/** A table whose heading is repeated on every page; a row is never torn. */
export function drawTable(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): void {
  const { pdf } = sheet;
  const sum = columns.reduce((total, { share }) => total + share, 0);
  const widths = columns.map(({ share }) => (share / sum) * contentWidth);

  const row = (cells: readonly string[], font: 'regular' | 'bold', isHeading: boolean) => {
    pdf.font(font).fontSize(size);
    const height =
      2 * padding +
      Math.max(
        ...cells.map((cell, index) =>
          pdf.heightOfString(cell === '' ? ' ' : cell, { width: (widths[index] ?? 0) - 2 * padding }),
        ),
      );
    if (!isHeading && sheet.y + height > page.height - page.bottom) {
      sheet.need(Number.POSITIVE_INFINITY);
      heading();
      pdf.font(font).fontSize(size);
    }
    if (isHeading) pdf.rect(page.margin, sheet.y, contentWidth, height).fill(ink.shade);
    let x = page.margin;
    for (const [index, cell] of cells.entries()) {
      const width = widths[index] ?? 0;
      pdf.fillColor(ink.text).text(cell, x + padding, sheet.y + padding, {
        ...{ width: width - 2 * padding, align: columns[index]?.align ?? 'left' },
      });
      x += width;
    }
    sheet.y += height;
    pdf
      .moveTo(page.margin, sheet.y)
      .lineTo(page.margin + contentWidth, sheet.y)
      .lineWidth(0.5)
      .strokeColor(ink.rule)
      .stroke();
  };
  const heading = () =>
    row(
      columns.map(({ title }) => title),
      'bold',
      true,
    );

  sheet.need(60);
  heading();
  for (const cells of rows) row(cells, 'regular', false);
  sheet.space(10);
}

/** Names and values in two columns of pairs. Pairs without a value are left out. */
export function drawPairs(sheet: Sheet, all: readonly (readonly [string, string | null])[]): void {
  const { pdf } = sheet;
  const pairs = all.filter(([, value]) => value !== null && value !== '') as (readonly [string, string])[];
  const half = contentWidth / 2;
  const nameWidth = 88;
  for (let index = 0; index < pairs.length; index += 2) {
    const two = pairs.slice(index, index + 2);
    pdf.font('regular').fontSize(9);
    const height = Math.max(
      ...two.map(([, value]) => pdf.heightOfString(value, { width: half - nameWidth - 10 })),
    );
    sheet.need(height);
    for (const [place, [name, value]] of two.entries()) {
      const x = page.margin + place * half;
      pdf.font('regular').fontSize(8).fillColor(ink.dim);
      pdf.text(name, x, sheet.y + 1, { width: nameWidth - 4 });
      pdf.fontSize(9).fillColor(ink.text);
      pdf.text(value, x + nameWidth, sheet.y, { width: half - nameWidth - 10 });
    }
    sheet.y += height + 4;
  }
  sheet.space(6);
}
