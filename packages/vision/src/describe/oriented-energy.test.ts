import { describe, expect, it } from 'vitest';
import { halveLuminance } from './normalised-luminance.ts';
import { ENERGY_ANGLES, orientedEnergy } from './oriented-energy.ts';
import { textureOf } from './test-texture.ts';
import { textureZones } from './texture-zones.ts';

/** Stripes whose lines run along `degrees` (0 = along x, 90 = along y). */
function stripes(size: number, degrees: number, period: number) {
  const normal = ((degrees + 90) * Math.PI) / 180;
  return textureOf(size, (x, y) =>
    Math.sin((2 * Math.PI * (x * Math.cos(normal) + y * Math.sin(normal))) / period),
  );
}
const measure = (texture: ReturnType<typeof textureOf>) => orientedEnergy(texture, textureZones(texture));

describe('orientedEnergy', () => {
  it('peaks for lines along each of its angles', () => {
    ENERGY_ANGLES.forEach((degrees, index) => {
      const { byAngle } = measure(stripes(64, degrees, 8));
      byAngle.forEach((energy, i) => {
        if (i !== index) expect(byAngle[index]).toBeGreaterThan(3 * energy);
      });
    });
  });

  it('answers a sinusoid with the energy of its second derivative', () => {
    const { byAngle } = measure(stripes(96, 90, 16));
    const frequency = (2 * Math.PI) / 16;
    // Mean square of (frequency^2 sin) after a Gaussian of sigma 1.2 with its tail cut off.
    const wanted = 0.5 * frequency ** 4 * Math.exp(-(frequency ** 2) * 1.2 ** 2);
    expect(byAngle[2] / wanted).toBeGreaterThan(0.85);
    expect(byAngle[2] / wanted).toBeLessThan(1.15);
  });

  it('answers nothing to constants and slow ramps', () => {
    const { byAngle, byZone } = measure(textureOf(48, (x, y) => 3 + 0.2 * x - 0.1 * y));
    for (const energy of [...byAngle, ...byZone]) expect(energy).toBeLessThan(1e-8);
  });

  it('shows coarse stripes in the next octave more than in the finer one', () => {
    const fine = stripes(96, 0, 12);
    const coarse = halveLuminance(fine);
    expect(measure(coarse).byAngle[0]).toBeGreaterThan(4 * measure(fine).byAngle[0]);
  });

  it('tells zones apart', () => {
    const texture = textureOf(96, (x, y) => (y < 32 ? Math.sin(x) : 0));
    const { byZone } = measure(texture);
    expect(byZone[0]).toBeGreaterThan(50 * byZone[4]);
    expect(byZone[1]).toBeGreaterThan(50 * byZone[5]);
  });

  it('does not see the step from the face to its surroundings', () => {
    const texture = textureOf(64, (x) => (x < 32 ? 5 : 0));
    for (let i = 0; i < texture.inside.length; i += 1) texture.inside[i] = i % 64 < 32 ? 1 : 0;
    const { byAngle } = measure(texture);
    expect(Math.max(...byAngle)).toBeLessThan(1e-8);
  });
});
