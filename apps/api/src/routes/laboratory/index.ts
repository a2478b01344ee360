import type { Endpoint } from '../../api-instance.ts';
import { exportSeries } from './export-series.ts';
import {
  attachForceCurve,
  getForceCurve,
  getForceCurveFile,
  listForceCurveFiles,
  listForceCurves,
  removeForceCurve,
} from './force-curves.ts';
import { getAcceptance } from './get-acceptance.ts';
import { getSeriesCurve } from './get-series-curve.ts';
import { importSpecimens, previewSpecimenImport } from './import-specimens.ts';
import { recordRoutes } from './records.ts';
import { getSpecimenDetails, linkPicture, unlinkPicture } from './specimen-pictures.ts';

export const laboratoryRoutes: readonly Endpoint[] = [
  ...recordRoutes,
  getAcceptance,
  getSeriesCurve,
  exportSeries,
  previewSpecimenImport,
  importSpecimens,
  getSpecimenDetails,
  linkPicture,
  unlinkPicture,
  attachForceCurve,
  getForceCurve,
  listForceCurves,
  listForceCurveFiles,
  getForceCurveFile,
  removeForceCurve,
];
