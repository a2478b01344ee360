import type { DriftChart, DriftFinding, DriftReference, DriftSignal } from '@mlmcsc/contracts';

const id = (last: string) => `0192f0a0-4c1e-7a3b-9d52-0000000000${last}`;
const reference: DriftReference = {
  ...{ id: id('d1'), begins_at: '2026-10-01T06:00:00.000Z', reason: 'New lamp.', set_by: 'eve' },
  ...{ set_at: '2026-10-01T06:10:00.000Z', pictures: 300, points: 112, is_complete: true },
  ...{ watched_pictures: 1_240, canary_pictures: 61, evaluated_at: '2026-11-23T08:07:02.000Z' },
};
const signal: DriftSignal = {
  ...{ signal: 'median-luminance', name: 'Exposure', kind: 'input', unit: '', decimals: 2 },
  ...{
    state: 'drifting',
    summary: 'Pictures are darker than in the reference: exposure 0.43 instead of 0.54.',
  },
  ...{ usual: 0.54, seen: 0.43, statistic: -1.12, limit: 0.93, reference_points: 112, watched_points: 460 },
  stability: { index: 1.31, threshold: 0.53, is_beyond: true },
};
const finding: DriftFinding = {
  ...{ id: id('d2'), reference_id: id('d1'), signal: 'median-luminance', name: 'Exposure', kind: 'input' },
  ...{ direction: 'down', state: 'open', summary: signal.summary },
  advice: 'Look at the lamp: its age, its setting, its distance, and light from windows.',
  ...{ since: '2026-11-21T12:40:00.000Z', detected_at: '2026-11-21T14:02:00.000Z', analysis_id: id('a7') },
  ...{ raised_at: '2026-11-21T14:07:01.000Z', statistic: -0.95, threshold: 0.93, usual: 0.54, seen: 0.44 },
  ...{ acknowledged_by: null, acknowledged_at: null, acknowledgement: null, ended_at: null, ended_by: null },
};
const chart: DriftChart = {
  ...signal,
  points: [{ at: '2026-11-21T14:02:00.000Z', analysis_id: id('a7'), value: 0.41, plotted: -0.95 }],
};

/** Examples of drift, by the names of their schemas. */
export const DRIFT_EXAMPLES = {
  DriftSignalName: 'median-luminance',
  DriftReference: reference,
  DriftSignal: signal,
  DriftFinding: finding,
  DriftChart: chart,
  DriftStatus: {
    reference,
    comparison: { p_value: 0.0025, points: 100 },
    signals: [signal],
    open: [finding],
  },
  AcknowledgeDriftRequest: { reason: 'The lamp had been moved; it is back in its place.' },
  SetDriftReferenceRequest: { reason: 'New lamp.' },
};
