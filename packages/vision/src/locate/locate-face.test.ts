import { describe, expect, it } from 'vitest';
import { rasterisePolygon } from '../geometry/rasterise-polygon.ts';
import type { RgbImage } from '../image/value-image.ts';
import { DEFAULT_ACCEPTANCE } from './acceptance-model.ts';
import { locateFace } from './locate-face.ts';
import { turnedRectangle } from './test-maps.ts';
import { fill, paint, paintLocator } from './test-paint.ts';

describe('locateFace', () => {
  it('finds a turned face with its box, scale, notch side and corners', () => {
    const painted = { centre: { x: 700, y: 380 }, width: 400, depth: 320, degrees: 100 };
    const result = locateFace(paint(1280, 720, [painted]), paintLocator);
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    const { face } = result;
    expect(face.notchSide).toBe('right');
    expect(face.rotationDegrees).toBeCloseTo(100, 0);
    expect(face.widthMm).toBe(10);
    expect(Math.abs(face.pxPerMm - 40)).toBeLessThan(0.6);
    const area = 400 * 320;
    expect(Math.abs(face.areaPx - area)).toBeLessThan(0.02 * area);
    const corners = turnedRectangle(painted.centre, 400, 320, 100);
    corners.forEach((corner, i) => {
      expect(Math.hypot(face.corners[i].x - corner.x, face.corners[i].y - corner.y)).toBeLessThan(11);
    });
    const [left, top, width, height] = face.bbox;
    for (const point of face.outline) {
      expect(point.x).toBeGreaterThanOrEqual(left - 1e-9);
      expect(point.x).toBeLessThanOrEqual(left + width + 1e-9);
      expect(point.y).toBeGreaterThanOrEqual(top - 1e-9);
      expect(point.y).toBeLessThanOrEqual(top + height + 1e-9);
    }
    expect(face.otherFaces).toBe(0);
    expect(face.flags).toEqual([]);
  });

  it('is bit-identical for the same picture', () => {
    const image = paint(900, 700, [{ centre: { x: 410, y: 350 }, width: 210, depth: 330, degrees: -32 }]);
    expect(locateFace(image, paintLocator)).toEqual(locateFace(image, paintLocator));
  });

  it('counts a second half and flags it', () => {
    const image = paint(1280, 720, [
      { centre: { x: 330, y: 360 }, width: 400, depth: 320, degrees: 0 },
      { centre: { x: 950, y: 360 }, width: 400, depth: 320, degrees: 180 },
    ]);
    const result = locateFace(image, paintLocator);
    expect(result.ok && result.face.otherFaces).toBe(1);
    expect(result.ok && result.face.flags.map((flag) => flag.code)).toEqual(['two-halves']);
  });

  it('flags a face that is cut off by the border and keeps its outline inside the picture', () => {
    const image = paint(640, 480, [{ centre: { x: 60, y: 240 }, width: 300, depth: 240, degrees: 0 }]);
    const result = locateFace(image, paintLocator);
    if (!result.ok) {
      expect(result.reason).toBe('no-fracture-face');
      return;
    }
    expect(result.face.flags.map((flag) => flag.code)).toContain('partly-out-of-frame');
    expect(Math.min(...result.face.outline.map((point) => point.x))).toBeGreaterThanOrEqual(-0.5);
  });

  it('refuses to measure a face of which a quarter is missing, but not one that is cropped closely', () => {
    const severity = (image: RgbImage) => {
      const result = locateFace(image, paintLocator, { acceptance: { ...DEFAULT_ACCEPTANCE, threshold: 0 } });
      const flags = result.ok ? result.face.flags : [];
      return flags.find((flag) => flag.code === 'partly-out-of-frame')?.severity;
    };
    expect(
      severity(paint(640, 480, [{ centre: { x: 75, y: 240 }, width: 300, depth: 240, degrees: 0 }])),
    ).toBe('refuse');
    expect(
      severity(paint(402, 322, [{ centre: { x: 200.5, y: 160.5 }, width: 400, depth: 320, degrees: 0 }])),
    ).toBe('warning');
  });

  it('flags a resolution below 40 px/mm on a sub-size specimen', () => {
    const image = paint(640, 480, [{ centre: { x: 300, y: 240 }, width: 125, depth: 200, degrees: 0 }]);
    const result = locateFace(image, paintLocator, { widthMm: 5 });
    expect(result.ok && result.face.pxPerMm).toBeCloseTo(25, 0);
    expect(result.ok && result.face.flags.map((flag) => flag.code)).toContain('low-resolution');
  });

  it('refuses a patch without a notch band', () => {
    const image = paint(640, 480, []);
    fill(
      image.data as Uint8Array,
      rasterisePolygon(turnedRectangle({ x: 300, y: 240 }, 220, 180, 20), 640, 480),
      [160, 120, 100],
    );
    const result = locateFace(image, paintLocator);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.reason).toBe('no-fracture-face');
    expect(!result.ok && result.detail).toMatch(/notch/);
  });

  it('refuses a picture where the network sees nothing', () => {
    const image = paint(640, 480, []);
    for (let i = 0; i < image.data.length; i += 1) image.data[i] = 90 + 60 * (Math.floor(i / 60) % 2);
    const result = locateFace(image, paintLocator);
    expect(!result.ok && result.reason).toBe('no-fracture-face');
    expect(!result.ok && result.acceptanceFeatures).toBeNull();
  });

  it('calls blank and tiny pictures unfit, and says why', () => {
    const blank = (value: number) => ({
      width: 320,
      height: 240,
      data: new Uint8Array(320 * 240 * 3).fill(value),
    });
    const detail = (image: RgbImage) => {
      const result = locateFace(image, paintLocator);
      return result.ok ? null : `${result.reason}: ${result.detail}`;
    };
    expect(detail(blank(3))).toMatch(/unfit: .*black/);
    expect(detail(blank(254))).toMatch(/unfit: .*white/);
    expect(detail(blank(128))).toMatch(/unfit: .*blank/);
    expect(detail({ width: 20, height: 300, data: new Uint8Array(18_000) })).toMatch(/20 x 300/);
  });

  it('rejects a network with other channels', () => {
    const wrong = { ...paintLocator, definition: { ...paintLocator.definition, inputChannels: 3 } };
    expect(() => locateFace(paint(200, 200, []), wrong)).not.toThrow();
    const image = paint(640, 480, [{ centre: { x: 300, y: 240 }, width: 220, depth: 180, degrees: 0 }]);
    expect(() => locateFace(image, wrong)).toThrow(/3 inputs/);
  });
});
