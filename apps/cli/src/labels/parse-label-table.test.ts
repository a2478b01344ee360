import { describe, expect, it } from 'vitest';
import type { CommandFailure } from '../console/command-failure.ts';
import { parseLabelTable } from './parse-label-table.ts';

const failure = (text: string): CommandFailure => {
  try {
    parseLabelTable(text, 'labels.csv');
  } catch (error) {
    return error as CommandFailure;
  }
  throw new Error('it was accepted');
};

describe('parseLabelTable', () => {
  it('reads all columns in any order, quoted cells and a byte order mark', () => {
    const text =
      '\uFEFFshear_percent,file,heat,weight,technician,specimen,steel\n12.5,"a, b.jpg",H7,0.5,anna,S-3,X52\n80,c.png,,,,,\n';
    expect(parseLabelTable(text, 'labels.csv')).toEqual({
      rows: [
        {
          line: 2,
          file: 'a, b.jpg',
          shearPercent: 12.5,
          regions: null,
          specimen: 'S-3',
          heat: 'H7',
          technician: 'anna',
          weight: 0.5,
        },
        {
          ...{ line: 3, file: 'c.png', shearPercent: 80, regions: null },
          ...{ specimen: null, heat: null, technician: null, weight: 1 },
        },
      ],
      ignoredColumns: ['steel'],
    });
  });

  it('reads semicolons with decimal commas, as spreadsheets in many countries write them', () => {
    const { rows } = parseLabelTable('file;shear_percent\r\na.jpg;12,5\r\n', 'labels.csv');
    expect(rows[0]).toMatchObject({ file: 'a.jpg', shearPercent: 12.5 });
  });

  it('takes painted regions beside or instead of a percent label', () => {
    const { rows } = parseLabelTable(
      'file,shear_percent,regions\na.jpg,40,a.png\nb.jpg,,b.png\n',
      'labels.csv',
    );
    expect(rows.map(({ shearPercent, regions }) => [shearPercent, regions])).toEqual([
      [40, 'a.png'],
      [null, 'b.png'],
    ]);
  });

  it('names the columns that are missing', () => {
    expect(failure('picture,shear\na.jpg,1\n')).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('it lacks file and shear_percent and says: picture, shear'),
    });
  });

  it('names every bad line at once', () => {
    const { message, exitCode } = failure(
      'file,shear_percent,weight\na.jpg,101,\n,5,\nb.jpg,five,\nc.jpg,5,0\nd.jpg,,1\ne.jpg,50,2\n',
    );
    expect(exitCode).toBe(2);
    expect(message.split('\n')).toEqual([
      'labels.csv has 5 errors:',
      '  line 2: shear_percent must be a number from 0 to 100, not "101"',
      '  line 3: file is empty',
      '  line 4: shear_percent must be a number from 0 to 100, not "five"',
      '  line 5: weight must be a number above 0, not "0"',
      '  line 6: shear_percent is empty',
    ]);
  });

  it.each([
    ['', 'is empty'],
    ['file,shear_percent\n', 'holds no labels'],
    ['file,shear_percent,file\na,1,b\n', 'file is named twice'],
    ['file,shear_percent\na.jpg,1,2\n', 'not a proper CSV file'],
  ])('refuses %j', (text, reason) => {
    expect(failure(text).message).toContain(reason);
  });
});
