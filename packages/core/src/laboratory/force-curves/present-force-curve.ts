import type { InstrumentedShear, ReadForce } from '@mlmcsc/charpy';
import type { AttachForceCurveRequest, ForceCurve, ForceCurveFile } from '@mlmcsc/contracts';
import type { AttachedForceFile, ForceCurveSettings, ForceCurveView } from './force-curve-records.ts';

/** A force curve in the names of the API. */
export function presentForceCurve({ record, identifier, shear, energy }: ForceCurveView): ForceCurve {
  const { settings, findings } = record;
  const { reading } = findings;
  return {
    specimen_id: record.specimenId,
    identifier,
    file_name: record.fileName,
    sha256: record.sha256,
    size_bytes: record.sizeBytes,
    attached_by: record.attachedBy,
    attached_at: record.attachedAt.toISOString(),
    method_version: findings.methodVersion,
    columns: findings.columns.map(({ header, holds, unit }) => ({ header, holds, unit })),
    samples: findings.samples,
    displacement_from: findings.displacementFrom,
    impact_velocity_m_s: settings.impactVelocityMs,
    pendulum_mass_kg: findings.pendulumMassKg,
    general_yield: presentForce(reading.generalYield),
    maximum: presentForce(reading.maximum),
    unstable_initiation: reading.unstable === null ? null : presentForce(reading.unstable.initiation),
    arrest: reading.unstable === null ? null : presentForce(reading.unstable.arrest),
    has_yielded: reading.hasYielded,
    energy_j: reading.energyJ,
    energy_at_maximum_j: reading.energyAtMaximumJ,
    is_complete: reading.isComplete,
    estimates_percent: presentEstimates(reading.estimates),
    deviations_percent: presentEstimates(reading.deviations),
    shear: {
      ...{ verdict: shear.verdict, least_percent: shear.least, most_percent: shear.most },
      ...{ outside_by: shear.outsideBy, detail: shear.detail },
    },
    energy: { verdict: energy.verdict, difference_j: energy.differenceJ, detail: energy.detail },
    line: { displacement_mm: [...findings.line.displacementMm], force_n: [...findings.line.forceN] },
  };
}

const presentForce = ({ forceN, displacementMm, deviationN, origin }: ReadForce) => ({
  ...{ force_n: forceN, displacement_mm: displacementMm, deviation_n: deviationN, origin },
});

const presentEstimates = (estimates: InstrumentedShear) => ({
  maximum_force: estimates.maximumForce,
  maximum_force_and_hardening: estimates.maximumForceAndHardening,
  maximum_force_and_half_hardening: estimates.maximumForceAndHalfHardening,
  square_root: estimates.squareRoot,
});

/** A file that was attached, with what was told with it. */
export function presentForceCurveFile({ settings, ...file }: AttachedForceFile): ForceCurveFile {
  const { generalYieldN, maximumN, unstableInitiationN, arrestN, hasNoUnstableFracture } = settings;
  return {
    ...{ file_name: file.fileName, sha256: file.sha256, size_bytes: file.sizeBytes },
    ...{ attached_by: file.attachedBy, attached_at: file.attachedAt.toISOString() },
    is_current: file.isCurrent,
    told: {
      units: settings.units,
      ...(settings.impactVelocityMs === null ? {} : { impact_velocity_m_s: settings.impactVelocityMs }),
      ...(settings.pendulumMassKg === null ? {} : { pendulum_mass_kg: settings.pendulumMassKg }),
      forces: {
        ...(generalYieldN === null ? {} : { general_yield_n: generalYieldN }),
        ...(maximumN === null ? {} : { maximum_n: maximumN }),
        ...(unstableInitiationN === null ? {} : { unstable_initiation_n: unstableInitiationN }),
        ...(arrestN === null ? {} : { arrest_n: arrestN }),
        ...(hasNoUnstableFracture ? { has_unstable_fracture: false as const } : {}),
      },
    },
  };
}

/** What a request tells beside the file. */
export function forceCurveSettingsOf({
  units = {},
  impact_velocity_m_s: impactVelocityMs = undefined,
  pendulum_mass_kg: pendulumMassKg = undefined,
  forces = {},
}: Omit<AttachForceCurveRequest, 'file_name' | 'content_base64'>): ForceCurveSettings {
  return {
    units,
    impactVelocityMs: impactVelocityMs ?? null,
    pendulumMassKg: pendulumMassKg ?? null,
    generalYieldN: forces.general_yield_n ?? null,
    maximumN: forces.maximum_n ?? null,
    unstableInitiationN: forces.unstable_initiation_n ?? null,
    arrestN: forces.arrest_n ?? null,
    hasNoUnstableFracture: forces.has_unstable_fracture === false,
  };
}
