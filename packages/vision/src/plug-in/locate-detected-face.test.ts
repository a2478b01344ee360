import { describe, expect, it } from 'vitest';
import { paint, paintLocator } from '../locate/test-paint.ts';
import type { DetectedBox } from './detected-box.ts';
import { locateDetectedFace } from './locate-detected-face.ts';

const painted = { centre: { x: 700, y: 380 }, width: 400, depth: 320, degrees: 90 };
const image = paint(1280, 720, [painted]);
const box: DetectedBox = { centre: { x: 702, y: 377 }, width: 340, height: 420, angle: null, score: 0.83 };
const found = (...boxes: DetectedBox[]) => ({ boxes, bestScore: boxes[0]?.score ?? 0 });

describe('locateDetectedFace', () => {
  it('measures the outline inside the box and takes the score from the detector, the notch from the locator', () => {
    const result = locateDetectedFace(image, found(box), paintLocator);
    if (!result.ok) throw new Error(result.detail);
    const { face } = result;
    expect(face).toMatchObject({ notchSide: 'right', confidence: 0.83, otherFaces: 0, widthMm: 10 });
    // The painted outline, not the box.
    expect(face.areaPx / (400 * 320)).toBeCloseTo(1, 1);
    expect(face.bbox[0]).toBeCloseTo(540, -1);
    expect(face.bbox[3]).toBeCloseTo(400, -1);
    expect(face.flags).toEqual([]);
  });

  it('agrees with an upright box around a turned face', () => {
    const turned = paint(1280, 720, [{ ...painted, degrees: 40 }]);
    const around = { ...box, centre: painted.centre, width: 512, height: 502 };
    const result = locateDetectedFace(turned, found(around), paintLocator);
    if (!result.ok) throw new Error(result.detail);
    expect(result.face.rotationDegrees).toBeCloseTo(40, -1);
    expect(result.face.flags).toEqual([]);
  });

  it('falls back to the box, with a warning, where the locator sees something else', () => {
    const wide = { ...box, width: 620, height: 520 };
    const result = locateDetectedFace(image, found(wide), paintLocator);
    if (!result.ok) throw new Error(result.detail);
    const { face } = result;
    expect(face.bbox.map(Math.round)).toEqual([392, 117, 620, 520]);
    expect(face.areaPx).toBeCloseTo(620 * 520, 0);
    expect(face.flags).toContainEqual(
      expect.objectContaining({ code: 'unsure-outline', severity: 'warning', limit: 0.5 }),
    );
  });

  it('keeps the turn of an oriented box when it stands in for the outline', () => {
    const blind = paint(1280, 720, []);
    const result = locateDetectedFace(blind, found({ ...box, angle: Math.PI / 6 }), paintLocator);
    // A picture of one grey is blank, whatever a detector sees in it.
    expect(result).toMatchObject({ ok: false, reason: 'unfit' });
    const elsewhere = paint(1280, 720, [{ ...painted, centre: { x: 150, y: 150 }, width: 120, depth: 96 }]);
    const seen = locateDetectedFace(elsewhere, found({ ...box, angle: Math.PI / 6 }), paintLocator);
    if (!seen.ok) throw new Error(seen.detail);
    expect(((seen.face.rotationDegrees % 90) + 90) % 90).toBeCloseTo(30, 1);
    expect(seen.face.flags.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['unsure-notch-side', 'unsure-outline']),
    );
  });

  it('counts further boxes of the same size as other faces', () => {
    const other = { ...box, centre: { x: 200, y: 200 }, score: 0.5 };
    const crumb = { ...other, width: 30, height: 30 };
    const result = locateDetectedFace(image, found(box, other, crumb), paintLocator);
    expect(result).toMatchObject({ ok: true, face: { otherFaces: 1 } });
  });

  it('refuses a picture in which the detector found nothing, with its best score', () => {
    const result = locateDetectedFace(image, { boxes: [], bestScore: 0.2 }, paintLocator);
    expect(result).toMatchObject({ ok: false, reason: 'no-fracture-face', score: 0.2 });
  });
});
