import { drawSceneSpec } from '@mlmcsc/specimens';
import { describe, expect, it } from 'vitest';
import type { EvaluationPicture } from '../pictures/evaluation-picture.ts';
import type { PictureView, SpecimenView } from '../viewing/picture-view.ts';
import { whatIsUnusual } from './what-is-unusual.ts';
import { errorOf, worstCases } from './worst-cases.ts';

const picture = (specimen: string): EvaluationPicture => ({
  ...{ set: 'laboratory', group: 'somewhere', heat: 'heat', specimen },
  spec: drawSceneSpec(7, 'archive-print', { fitness: 'good', halves: 1, widthMm: 10, rotationDegrees: 0 }),
});
const match = {
  ...{ outlineIou: 0.95, mapIou: 0.8, shearPercent: 40, widthMm: 10 },
  ...{ isNotchSideRight: true, scaleRatio: 1 },
};
const view = (truth: number | null): PictureView => ({
  ...{ family: 'archive-print', fitness: 'good', status: 'ok', score: 1, flags: [], match, wholeFaces: 1 },
  ...{ features: [], texture: [], visibleShare: 1, truth },
});
const seen = (specimen: string, truth: number | null) => ({ picture: picture(specimen), view: view(truth) });

describe('worstCases', () => {
  const shown = [seen('a', 30), seen('b', 90), seen('c', 30), seen('d', null), seen('e', 45), seen('f', 10)];
  const answer = ({ truth }: SpecimenView) => ({ truth, mean: truth === 10 ? null : 50 });

  it('takes the largest errors of either sign, worst first, equal ones by name', () => {
    const worst = worstCases(shown, answer, 3);
    expect(worst.map((one) => one.picture.specimen)).toEqual(['b', 'a', 'c']);
    expect(worst.map(errorOf)).toEqual([40, 20, 20]);
  });

  it('leaves out refusals and pictures without a specimen', () => {
    expect(worstCases(shown, answer, 10).map((one) => one.picture.specimen)).toEqual(['b', 'a', 'c', 'e']);
  });
});

describe('whatIsUnusual', () => {
  it('names what a technician would remark on and where the seeing went wrong', () => {
    const plain = picture('a');
    if (plain.spec.kind !== 'fracture') throw new Error('a fracture was drawn');
    const spec = {
      ...plain.spec,
      specimen: {
        ...plain.spec.specimen,
        widthMm: 5 as const,
        zones: { ...plain.spec.specimen.zones, patchiness: 0.9, transitionMm: 0.1 },
        defects: [{ kind: 'heat-tint' as const, strength: 0.8, seed: 1 }],
      },
    };
    const astray = { ...view(40), match: { ...match, isNotchSideRight: false, mapIou: 0.2 }, truth: 40 };
    expect(whatIsUnusual({ ...plain, spec }, astray)).toEqual(
      expect.arrayContaining([
        ...['sub-size, 5 mm', 'islands of cleavage', 'heat tint'],
        ...['notch taken for another side', 'map IoU 0.20'],
      ]),
    );
    expect(whatIsUnusual({ ...plain, spec }, { ...astray, match: null })).toContain(
      'the outline found is not on a face',
    );
  });
});
