import { describe, expect, it } from 'vitest';
import type { LightSpec } from '../scene/scene-spec.ts';
import { addShading, tabulateShading } from './shading-table.ts';

/** One lamp from the right at 45 degrees, reddish. */
const LAMP: LightSpec = {
  kind: 'side',
  lobes: [
    { direction: [Math.SQRT1_2, 0, Math.SQRT1_2], sharpness: 80, colour: [1, 0.5, 0.25], intensity: 1 },
  ],
  ambient: [0, 0, 0],
  shadow: 0,
  falloffX: 0,
  falloffY: 0,
};

function shade(table: ReturnType<typeof tabulateShading>, slopeX: number, slopeY: number): number[] {
  const out = new Float64Array(3);
  addShading(table, slopeX, slopeY, 1, out);
  return [...out];
}

describe('tabulateShading', () => {
  it('lights what faces the lamp more than what turns away, in the colour of the lamp', () => {
    const matt = tabulateShading(LAMP, 0.3, 0, 10);
    // A surface that falls to the right (negative slope) faces a lamp on the right.
    const [facing, flat, away] = [shade(matt, -1, 0), shade(matt, 0, 0), shade(matt, 1.5, 0)];
    expect(facing[0]).toBeGreaterThan(flat[0]!);
    expect(flat[0]).toBeGreaterThan(away[0]!);
    expect(facing[1]! / facing[0]!).toBeCloseTo(0.5, 3);
    expect(facing[0]).toBeCloseTo(0.3, 1);
  });

  it('mirrors the lamp where the normal halves the angle to the camera', () => {
    const glossy = tabulateShading(LAMP, 0, 0.2, 150);
    // Halfway between lamp (45 degrees) and camera (90): a slope of tan 22.5 degrees.
    const peak = shade(glossy, -Math.tan(Math.PI / 8), 0)[0]!;
    expect(peak).toBeGreaterThan(10 * shade(glossy, -1, 0)[0]!);
    expect(peak).toBeGreaterThan(10 * shade(glossy, 0.1, 0)[0]!);
  });
});
