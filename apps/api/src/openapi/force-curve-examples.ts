import type { AttachForceCurveRequest, ForceCurve, ForceCurveFile } from '@mlmcsc/contracts';

// Weg [mm];Kraft [kN] and one row.
const request: AttachForceCurveRequest = {
  file_name: 'H4711-03.csv',
  content_base64: 'V2VnIFttbV07S3JhZnQgW2tOXQowLDAxOzAsMjEK',
  forces: { arrest_n: 3900 },
};
const found = (force: number, at: number, deviation: number) => ({
  ...{ force_n: force, displacement_mm: at, deviation_n: deviation, origin: 'found' as const },
});
const curve: ForceCurve = {
  specimen_id: '0192f0a0-4c1e-7a3b-9d52-0000000000b5',
  identifier: 'H4711-03',
  ...{ file_name: 'H4711-03.csv', sha256: '4'.repeat(64), size_bytes: 41_220 },
  ...{ attached_by: 'ann', attached_at: '2026-11-23T09:30:00.000Z', method_version: '1' },
  columns: [
    { header: 'Weg [mm]', holds: 'displacement', unit: 'mm' },
    { header: 'Kraft [kN]', holds: 'force', unit: 'kN' },
  ],
  ...{ samples: 2400, displacement_from: 'record', impact_velocity_m_s: null, pendulum_mass_kg: null },
  general_yield: found(11_240, 0.62, 310),
  maximum: found(15_080, 3.94, 120),
  unstable_initiation: found(14_010, 4.98, 130),
  arrest: { force_n: 3900, displacement_mm: null, deviation_n: null, origin: 'given' },
  ...{ has_yielded: true, energy_j: 71.9, energy_at_maximum_j: 48.6, is_complete: true },
  estimates_percent: {
    ...{ maximum_force: 33, maximum_force_and_hardening: 46.6, maximum_force_and_half_hardening: 40.6 },
    square_root: 56.5,
  },
  deviations_percent: {
    ...{ maximum_force: 1.1, maximum_force_and_hardening: 1.4, maximum_force_and_half_hardening: 1.2 },
    square_root: 0.9,
  },
  shear: {
    ...{ verdict: 'plausible', least_percent: 33, most_percent: 56.5, outside_by: 0 },
    detail: 'The four estimates are from 33.0 to 56.5 %; the surface was read as 45.0 %, among them.',
  },
  energy: {
    ...{ verdict: 'agrees', difference_j: 0.9 },
    detail: '71.9 J lie under the curve, the machine says 71.0 J; 7.1 J of difference are allowed.',
  },
  line: { displacement_mm: [0, 0.62, 3.94, 4.98, 5.1], force_n: [0, 11_240, 15_100, 14_010, 3900] },
};

const file: ForceCurveFile = {
  ...{ file_name: 'H4711-03.csv', sha256: '4'.repeat(64), size_bytes: 41_220 },
  ...{ attached_by: 'ann', attached_at: '2026-11-23T09:30:00.000Z', is_current: true },
  told: { units: {}, forces: { arrest_n: 3900 } },
};

/** Examples of force curves, by the names of their schemas. */
export const FORCE_CURVE_EXAMPLES = {
  AttachForceCurveRequest: request,
  ForceCurve: curve,
  ForceCurveFile: file,
  ForceCurveFiles: { items: [file] },
  ForceCurves: { items: [curve] },
};
