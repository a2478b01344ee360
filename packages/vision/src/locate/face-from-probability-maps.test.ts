import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faceFromProbabilityMaps, facesFromProbabilityMaps } from './face-from-probability-maps.ts';
import { rectangleMaps } from './test-maps.ts';

describe('faceFromProbabilityMaps', () => {
  it('recovers centre, size, area and notch direction at any rotation', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -179, max: 179, noNaN: true }),
        fc.double({ min: 2.4 / 8, max: 10.4 / 8, noNaN: true }),
        fc.double({ min: 36, max: 50, noNaN: true }),
        (degrees, ratio, depth) => {
          const width = ratio * depth;
          const centre = { x: 63.4, y: 47.2 };
          const face = faceFromProbabilityMaps(rectangleMaps(128, 96, { centre, width, depth, degrees }));
          expect(face).not.toBeNull();
          const { shape, notchConfidence } = face!;
          expect(Math.hypot(shape.centre.x - centre.x, shape.centre.y - centre.y)).toBeLessThan(0.3);
          expect(Math.abs(shape.area - width * depth)).toBeLessThan(0.04 * width * depth);
          expect(Math.abs(shape.width - width)).toBeLessThan(0.8);
          expect(Math.abs(shape.depth - depth)).toBeLessThan(1.6);
          const wanted = ((degrees + 90) * Math.PI) / 180;
          const cosine = shape.down.x * Math.cos(wanted) + shape.down.y * Math.sin(wanted);
          expect(cosine).toBeGreaterThan(Math.cos((2 * Math.PI) / 180));
          expect(notchConfidence).toBeGreaterThan(0.5);
          expect(shape.outline.length).toBeLessThanOrEqual(80);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names the corners from the notch: left, right, back right, back left', () => {
    const maps = rectangleMaps(128, 96, { centre: { x: 60, y: 48 }, width: 50, depth: 40, degrees: 90 });
    const [notchLeft, notchRight, backRight] = faceFromProbabilityMaps(maps)!.shape.corners;
    // Turned by 90 degrees clockwise the notch is at the right; its left end is then the upper one.
    expect(notchLeft.x).toBeGreaterThan(78);
    expect(notchLeft.y).toBeLessThan(26);
    expect(notchRight.y).toBeGreaterThan(70);
    expect(backRight.x).toBeLessThan(42);
  });

  it('fills holes and ignores specks', () => {
    const maps = rectangleMaps(128, 96, { centre: { x: 64, y: 48 }, width: 50, depth: 40, degrees: 10 });
    for (let x = 60; x < 66; x += 1) for (let y = 45; y < 50; y += 1) maps.face[y * 128 + x] = 0;
    maps.face[5 * 128 + 5] = 1;
    const faces = facesFromProbabilityMaps(maps);
    expect(faces).toHaveLength(1);
    expect(faces[0].shape.area).toBeGreaterThan(1920);
  });

  it('returns the heavier of two faces first', () => {
    const a = rectangleMaps(128, 96, { centre: { x: 30, y: 48 }, width: 30, depth: 24, degrees: 0 });
    const b = rectangleMaps(128, 96, { centre: { x: 90, y: 48 }, width: 40, depth: 32, degrees: 0 });
    a.face.forEach((value, i) => {
      a.face[i] = Math.max(value, b.face[i]);
    });
    const faces = facesFromProbabilityMaps(a);
    expect(faces.map((face) => Math.round(face.shape.centre.x))).toEqual([90, 30]);
  });

  it('finds nothing in a map below one half', () => {
    const empty = {
      width: 16,
      height: 12,
      face: new Float32Array(192).fill(0.4),
      notch: new Float32Array(192),
    };
    expect(faceFromProbabilityMaps(empty)).toBeNull();
  });
});
