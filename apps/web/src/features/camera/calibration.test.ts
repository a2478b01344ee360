import { expect, it } from 'vitest';
import { type Calibration, findCalibration, keepCalibration, scaleOfMarks } from './calibration.ts';

function memory(): Storage {
  const values = new Map<string, string>();
  return {
    length: 0,
    clear: () => values.clear(),
    key: () => null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}
const scale = (pxPerMm: number): Calibration => ({
  pxPerMm,
  method: 'micrometer',
  at: '2026-12-01T08:00:00Z',
});

it('counts pixels between two marks', () => {
  expect(scaleOfMarks({ x: 100, y: 50 }, { x: 400, y: 450 }, 10)).toBe(50);
  expect(scaleOfMarks({ x: 100, y: 50 }, { x: 100, y: 50 }, 10)).toBeNull();
  expect(scaleOfMarks({ x: 100, y: 50 }, { x: 400, y: 450 }, 0)).toBeNull();
  expect(scaleOfMarks({ x: 100, y: 50 }, { x: 400, y: 450 }, Number.NaN)).toBeNull();
  expect(scaleOfMarks({ x: 100, y: 50 }, { x: 400, y: 450 }, -2)).toBeNull();
});

it('remembers a scale for its camera and resolution alone', () => {
  const storage = memory();
  keepCalibration(storage, 'left', 1920, 1080, scale(52));
  keepCalibration(storage, 'right', 1920, 1080, scale(31));
  expect(findCalibration(storage, 'left', 1920, 1080)).toEqual(scale(52));
  expect(findCalibration(storage, 'left', 1280, 720)).toBeNull();
  keepCalibration(storage, 'left', 1920, 1080, null);
  expect(findCalibration(storage, 'left', 1920, 1080)).toBeNull();
  expect(findCalibration(storage, 'right', 1920, 1080)?.pxPerMm).toBe(31);
});

it('ignores what is odd in the storage', () => {
  const storage = memory();
  for (const text of ['broken', 'null', '{"left 640x480":{"pxPerMm":-3}}', '{"left 640x480":7}']) {
    storage.setItem('mlmcsc.camera.scales', text);
    expect(findCalibration(storage, 'left', 640, 480)).toBeNull();
  }
});
