import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnedRectangle } from '../locate/test-maps.ts';
import {
  CANONICAL_HEIGHT,
  CANONICAL_MARGIN,
  CANONICAL_WIDTH,
  canonicalPose,
  canonicalToPhoto,
  photoToCanonical,
} from './canonical-pose.ts';

const pose = fc.record({
  degrees: fc.double({ min: -180, max: 180, noNaN: true }),
  width: fc.double({ min: 50, max: 900, noNaN: true }),
  depth: fc.double({ min: 50, max: 900, noNaN: true }),
  x: fc.double({ min: -100, max: 2000, noNaN: true }),
  y: fc.double({ min: -100, max: 2000, noNaN: true }),
});

function place({ degrees, width, depth, x, y }: typeof pose extends fc.Arbitrary<infer T> ? T : never) {
  const outline = turnedRectangle({ x, y }, width, depth, degrees);
  const down = { x: outline[3].x - outline[0].x, y: outline[3].y - outline[0].y };
  return { outline, pose: canonicalPose(outline, down) };
}

describe('canonicalPose', () => {
  it('goes to the canonical frame and back without loss', () => {
    fc.assert(
      fc.property(
        pose,
        fc.double({ min: 0, max: 192, noNaN: true }),
        fc.double({ min: 0, max: 160, noNaN: true }),
        (p, x, y) => {
          const placed = place(p);
          const back = photoToCanonical(placed.pose, canonicalToPhoto(placed.pose, { x, y }));
          expect(back.x).toBeCloseTo(x, 6);
          expect(back.y).toBeCloseTo(y, 6);
        },
      ),
    );
  });

  it('puts the notch edge at the top, left to right, inside the margins, without mirroring', () => {
    fc.assert(
      fc.property(pose, (p) => {
        const placed = place(p);
        const [notchLeft, notchRight, , backLeft] = placed.outline.map((point) =>
          photoToCanonical(placed.pose, point),
        );
        expect(notchLeft.y).toBeCloseTo(CANONICAL_MARGIN - 0.5, 6);
        expect(notchRight.y).toBeCloseTo(notchLeft.y, 6);
        expect(notchRight.x).toBeGreaterThan(notchLeft.x);
        expect(backLeft.y).toBeGreaterThan(notchLeft.y);
        expect(notchLeft.x).toBeGreaterThanOrEqual(CANONICAL_MARGIN - 0.5 - 1e-6);
        expect(notchRight.x).toBeLessThanOrEqual(CANONICAL_WIDTH - CANONICAL_MARGIN - 0.5 + 1e-6);
        expect(backLeft.y).toBeLessThanOrEqual(CANONICAL_HEIGHT - CANONICAL_MARGIN - 0.5 + 1e-6);
        // As large as fits: one of the two extents fills the frame.
        const fills = Math.max(
          (notchRight.x - notchLeft.x) / (CANONICAL_WIDTH - 2 * CANONICAL_MARGIN),
          (backLeft.y - notchLeft.y) / (CANONICAL_HEIGHT - 2 * CANONICAL_MARGIN),
        );
        expect(fills).toBeCloseTo(1, 6);
      }),
    );
  });

  it('refuses degenerate outlines', () => {
    const line = [0, 1, 2].map((x) => ({ x, y: 0 }));
    expect(() => canonicalPose(line, { x: 0, y: 1 })).toThrow(/extent/);
    expect(() => canonicalPose(line.slice(1), { x: 0, y: 1 })).toThrow(RangeError);
    expect(() => canonicalPose(line, { x: 0, y: 0 })).toThrow(RangeError);
  });
});
