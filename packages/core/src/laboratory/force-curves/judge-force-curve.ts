import { judgeCurveEnergy, judgeInstrumentedShear } from '@mlmcsc/charpy';
import type { SpecimenRecord } from '../records.ts';
import type { ForceCurveRecord, ForceCurveView } from './force-curve-records.ts';

/** What a curve says about the values of its specimen as they are now: they may have been corrected since. */
export function judgeForceCurve(
  record: ForceCurveRecord,
  { identifier, shear, energyJ }: Pick<SpecimenRecord, 'identifier' | 'shear' | 'energyJ'>,
): ForceCurveView {
  const { estimates, deviations, energyJ: underCurve, isComplete } = record.findings.reading;
  // A percent shear that was itself estimated from forces says nothing about them.
  const read = shear === null || shear.method === 'instrumented' ? null : shear.percent;
  return {
    ...{ record, identifier },
    shear: judgeInstrumentedShear(estimates, deviations, read),
    energy: judgeCurveEnergy(underCurve, energyJ, isComplete),
  };
}
