import type { Endpoint } from '../../api-instance.ts';
import { createAnalysis } from './create-analysis.ts';
import { getAnalysis } from './get-analysis.ts';
import { getAnalysisMap } from './get-analysis-map.ts';
import { getAnalysisOverlay } from './get-analysis-overlay.ts';
import { listAnalysisLabels } from './list-analysis-labels.ts';
import { recomputeAnalysis } from './recompute-analysis.ts';

export const analysisRoutes: readonly Endpoint[] = [
  createAnalysis,
  getAnalysis,
  getAnalysisMap,
  getAnalysisOverlay,
  listAnalysisLabels,
  recomputeAnalysis,
];
