import { expect, it } from 'vitest';
import { type MeasuredFile, unreadableFile } from './measured-file.ts';
import { resultLine, resultRow, resultRowHeader } from './result-line.ts';

const model = { version: 'default-7', digest: 'ab'.repeat(32) };
const measured: MeasuredFile = {
  ...{ path: 'a/b.jpg', status: 'ok', reason: null, shearPercent: 41.23456, lower: 33.5, upper: 48.25 },
  ...{ intervalLevel: 0.9, bbox: [1.005, 2, 300.456, 240], notchSide: 'left', pxPerMm: 30.1234 },
  outline: [
    [1.2345, 2],
    [301, 3.999],
  ],
  ...{ flags: ['glare'], features: new Float64Array(3), elapsedMs: 123.7 },
  pipelineVersion: 'seeing-2/detector-cd',
  ...{ closeReading: null, regionsProblem: null },
};

it('prints exactly the documented fields', () => {
  expect(JSON.parse(resultLine(measured, model))).toEqual({
    ...{
      file: 'a/b.jpg',
      status: 'ok',
      shear_percent: 41.23456,
      lower: 33.5,
      upper: 48.25,
      interval_level: 0.9,
    },
    bbox: [1, 2, 300.46, 240],
    outline: [
      [1.23, 2],
      [301, 4],
    ],
    ...{ notch_side: 'left', px_per_mm: 30.12, flags: ['glare'], reason: null, model, elapsed_ms: 124 },
    pipeline_version: 'seeing-2/detector-cd',
  });
});

it('prints nulls where there is no answer', () => {
  expect(JSON.parse(resultLine(unreadableFile('x.jpg', 'The file is empty.', 1), model))).toEqual({
    ...{
      file: 'x.jpg',
      status: 'unreadable',
      shear_percent: null,
      lower: null,
      upper: null,
      interval_level: null,
    },
    ...{
      bbox: null,
      outline: null,
      notch_side: null,
      px_per_mm: null,
      flags: [],
      reason: 'The file is empty.',
    },
    ...{ model, pipeline_version: null, elapsed_ms: 1 },
  });
});

it('lines up rows under their headings', () => {
  expect([
    resultRowHeader(8),
    resultRow(measured, 8),
    resultRow(unreadableFile('x.jpg', 'Empty.', 1), 8),
  ]).toEqual([
    'file      status         shear   interval  remark',
    'a/b.jpg   ok            41.2 %    34–48 %  glare',
    'x.jpg     unreadable                       Empty.',
  ]);
});
