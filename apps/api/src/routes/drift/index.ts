import type { Endpoint } from '../../api-instance.ts';
import { acknowledgeFinding } from './acknowledge-finding.ts';
import { getDrift, getDriftChart, getDriftFinding, listDriftFindings } from './read-drift.ts';
import { setReference } from './set-reference.ts';

export const driftRoutes: readonly Endpoint[] = [
  getDrift,
  getDriftChart,
  listDriftFindings,
  getDriftFinding,
  acknowledgeFinding,
  setReference,
];
