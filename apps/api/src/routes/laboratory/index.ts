import type { Endpoint } from '../../api-instance.ts';
import { exportSeries } from './export-series.ts';
import { getAcceptance } from './get-acceptance.ts';
import { getSeriesCurve } from './get-series-curve.ts';
import { recordRoutes } from './records.ts';
import { getSpecimenDetails, linkPicture, unlinkPicture } from './specimen-pictures.ts';

export const laboratoryRoutes: readonly Endpoint[] = [
  ...recordRoutes,
  getAcceptance,
  getSeriesCurve,
  exportSeries,
  getSpecimenDetails,
  linkPicture,
  unlinkPicture,
];
