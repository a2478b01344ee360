import { describe, expect, it } from 'vitest';
import { createFaceFrame, toFace, toPicture } from './face-frame.ts';

const HALF = {
  centreX: 0.4,
  centreY: 0.55,
  rotationDegrees: 33,
  mirrored: false,
  pxPerMm: 21,
  perspectiveX: 0.006,
  perspectiveY: -0.004,
  sideX: 0,
  sideY: 0,
  notchFlank: 'machined',
  slopeX: 0,
  slopeY: 0,
} as const;

describe('FaceFrame', () => {
  it('maps to the picture and back, perspective included', () => {
    const frame = createFaceFrame(HALF, 640, 480, 0.5);
    for (const [u, v] of [
      [-5, 0],
      [4.2, 1.1],
      [0, 4],
      [3, 9],
    ] as const) {
      const point = toPicture(frame, u, v);
      const back = { u: 0, v: 0 };
      toFace(frame, point.x, point.y, back);
      expect(back.u).toBeCloseTo(u, 9);
      expect(back.v).toBeCloseTo(v, 9);
    }
  });

  it('turns clockwise as seen in the picture', () => {
    const frame = createFaceFrame(
      { ...HALF, rotationDegrees: 90, perspectiveX: 0, perspectiveY: 0 },
      640,
      480,
      1,
    );
    const middle = toPicture(frame, 0, 4);
    const notch = toPicture(frame, 0, 0);
    expect(notch.x - middle.x).toBeCloseTo(4 * 21, 6);
    expect(notch.y).toBeCloseTo(middle.y, 6);
  });
});
