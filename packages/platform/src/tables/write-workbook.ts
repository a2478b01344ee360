import writeExcelFile from 'write-excel-file/node';

/** What a cell of a written table may hold; null leaves it empty. */
export type WrittenCell = string | number | boolean | null;

/** An XLSX workbook of one sheet. Texts stay texts, whatever they begin with: nothing runs as a formula.
 * @param title - of the sheet; cut to what the format allows
 * @param rows - the first is the header, in bold
 */
export async function writeWorkbook(
  title: string,
  rows: readonly (readonly WrittenCell[])[],
): Promise<Uint8Array> {
  const sheet =
    title
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'Sheet1';
  const cells = rows.map((row, index) =>
    row.map((value) => {
      if (value === null) return null;
      const type = typeof value === 'number' ? Number : typeof value === 'boolean' ? Boolean : String;
      return { value, type, ...(index === 0 ? { fontWeight: 'bold' as const } : {}) };
    }),
  );
  return writeExcelFile(cells as never, { sheet, stickyRowsCount: 1 }).toBuffer();
}
