import { describe, expect, it } from 'vitest';
import type { AnalysisRecord } from '../domain/records.ts';
import { analysisKind } from './analysis-kind.ts';

const analysis: AnalysisRecord = {
  id: 'a-1',
  imageId: 'i-1',
  status: 'ok',
  reason: null,
  shearPercent: 100 / 3,
  lower: 21.5,
  upper: 45.25,
  intervalLevel: 0.9,
  bbox: [1, 2, 30, 40],
  outline: [
    [1, 2],
    [31.25, 2],
    [31, 42],
  ],
  notchSide: 'left',
  pxPerMm: 12.5,
  detectionConfidence: 0.97,
  flags: [{ code: 'glare', severity: 'warning', detail: 'Turn the lamp.' }],
  mapKey: 'sha256/aa',
  overlayKey: null,
  featuresKey: 'sha256/bb',
  modelVersion: 'v1',
  modelDigest: 'd1',
  pipelineVersion: 'p1',
  elapsedMs: 57.25,
  analysedBy: 'tess',
  createdAt: new Date('2026-11-02T03:04:05.678Z'),
  mapsRemovedAt: null,
  mapsRemovedBy: null,
};
const stored = () => JSON.parse(JSON.stringify(analysisKind.encode(analysis))) as Record<string, unknown>;

describe('a shared analysis', () => {
  it('is read back exactly as it was stored', () => {
    expect(analysisKind.decode(stored())).toEqual(analysis);
    const empty = { ...analysis, status: 'no-face', bbox: null, outline: null, notchSide: null, flags: [] };
    expect(analysisKind.decode(JSON.parse(JSON.stringify(analysisKind.encode(empty as never))))).toEqual(
      empty,
    );
  });

  it.each(Object.keys(analysis))('is not read without its %s', (field) => {
    const { [field]: _missing, ...rest } = stored();
    expect(analysisKind.decode(rest)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['createdAt', 'yesterday'],
    ['shearPercent', '33'],
    ['status', 'perhaps'],
    ['bbox', [1, 2, 3]],
    ['outline', [[1, 2], [3]]],
    ['flags', [{ code: 'glare' }]],
  ])('is not read with another %s', (field, value) => {
    expect(analysisKind.decode({ ...stored(), [field]: value })).toBeNull();
  });

  it.each([null, 7, 'text', []])('is not read from %j', (value) => {
    expect(analysisKind.decode(value)).toBeNull();
  });
});
