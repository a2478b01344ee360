import type { TransitionModelName, TransitionQuantity, TransitionResult } from '@mlmcsc/charpy';
import { Unprocessable } from '../errors.ts';
import type { CurveFitter } from '../ports/curve-fitter.ts';
import { type CurvePoints, curvePointsOf } from './curve-points.ts';
import type { LaboratoryUseCases } from './laboratory-use-cases.ts';

export interface SeriesCurveRequest {
  readonly seriesId: string;
  readonly quantity: TransitionQuantity;
  readonly model: TransitionModelName;
  /** Held at this value, in the quantity's unit; otherwise as customary for the quantity. */
  readonly lowerShelf?: number | undefined;
  readonly upperShelf?: number | undefined;
  readonly confidence?: number | undefined;
}

/** What went into a curve and what came out. */
export interface FittedSeries {
  readonly taken: CurvePoints;
  readonly result: TransitionResult;
}

/** The transition curve of a series, or why its specimens give none.
 * @throws NotFound `series-not-found`; Unprocessable `series-widths-differ`, `curve-unfit`; Unavailable `curves-busy`
 */
export async function fitSeriesCurve(
  {
    series,
    curves,
  }: { readonly series: Pick<LaboratoryUseCases['series'], 'specimens'>; readonly curves: CurveFitter },
  { seriesId, quantity, model, lowerShelf, upperShelf, confidence }: SeriesCurveRequest,
): Promise<FittedSeries> {
  const taken = curvePointsOf(await series.specimens(seriesId), quantity);
  if (taken.widthsMm.length > 1) {
    throw new Unprocessable(
      'series-widths-differ',
      `The specimens are ${taken.widthsMm.join(', ')} mm wide; a curve is of one width. Make a series of each.`,
    );
  }
  const held = (at: number | undefined) => (at === undefined ? undefined : { fixedAt: at });
  const result = await curves.fit(taken.points, {
    ...{ quantity, model, confidence, lowerShelf: held(lowerShelf), upperShelf: held(upperShelf) },
  });
  return { taken, result };
}
