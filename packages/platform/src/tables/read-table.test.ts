import { expect, it } from 'vitest';
import { buildWorkbook, zip } from '../../../../test/workbooks/build-workbook.ts';
import { mostWorkbookBytes } from './guard-workbook.ts';
import { readTable } from './read-table.ts';

it('reads a workbook with its rows in place and formulas as they were calculated', async () => {
  const { table, format } = await readTable(
    buildWorkbook([['id', 'kv_j'], ['A & B', 27.5], [], ['C', { formula: 'B2*2', value: 55 }]]),
  );
  expect(format).toBe('xlsx');
  expect(table.map((row) => row.filter((cell) => cell !== null))).toEqual([
    ['id', 'kv_j'],
    ['A & B', 27.5],
    [],
    ['C', 55],
  ]);
});

it.each([
  ['UTF-8', Buffer.from('id;Prüfer\nA;Zoë\n'), 'utf-8', ';'],
  ['UTF-8 with a mark', Buffer.from('\uFEFFid,Prüfer\r\nA,Zoë\r\n'), 'utf-8', ','],
  ['UTF-16', Buffer.from('\uFEFFid\tPrüfer\nA\tZoë\n', 'utf16le'), 'utf-16le', '\t'],
  ['Windows-1252', Buffer.from('id;Prüfer\nA;Zoë\n', 'latin1'), 'windows-1252', ';'],
])('reads a text in %s', async (_, bytes, encoding, delimiter) => {
  const read = await readTable(bytes);
  expect(read).toMatchObject({ format: 'csv', encoding, delimiter });
  expect(read.table).toEqual([
    ['id', 'Prüfer'],
    ['A', 'Zoë'],
  ]);
});

it('keeps blank lines, so that rows have the numbers that a spreadsheet shows', async () => {
  expect((await readTable(Buffer.from('id\n\nA\n'))).table).toEqual([['id'], [''], ['A']]);
});

it('refuses a workbook that unpacks to more than it should', async () => {
  const bomb = zip({ 'xl/workbook.xml': Buffer.alloc(mostWorkbookBytes + 1, 0x20) });
  expect(bomb.length).toBeLessThan(200_000);
  await expect(readTable(bomb)).rejects.toMatchObject({
    code: 'specimen-list-unreadable',
    detail: expect.stringContaining('too large'),
  });
});

it.each([
  ['an archive that is no workbook', zip({ 'a.txt': 'hello' })],
  ['a workbook cut short', buildWorkbook([['id'], ['A']]).subarray(0, 300)],
  ['bytes', Buffer.from([0, 1, 2, 3, 0, 0])],
  ['an open quote', Buffer.from('id,kv_j\n"A,5\n')],
  ['a workbook of the old kind', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
])('refuses %s', async (_, bytes) => {
  await expect(readTable(bytes)).rejects.toMatchObject({ code: 'specimen-list-unreadable' });
});
