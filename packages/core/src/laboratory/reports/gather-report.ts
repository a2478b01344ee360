import type { SeriesCurveQuery } from '@mlmcsc/contracts';
import { NotFound, Unprocessable } from '../../errors.ts';
import type { CurveFitter } from '../../ports/curve-fitter.ts';
import type { Store } from '../../ports/store.ts';
import { fitSeriesCurve } from '../fit-series-curve.ts';
import { judgeSeries } from '../judge-series.ts';
import { presentSeriesCurve } from '../present-series-curve.ts';
import { readingInStudy } from '../studies/reading-in-study.ts';
import type { ReportContent } from './report-document.ts';

/** A report of more would be read by nobody. */
const mostSpecimens = 500;

/** What a report of a series says as things are now.
 * @throws NotFound `series-not-found`; Unprocessable `report-empty | report-too-large | series-widths-differ | curve-unfit`;
 * Unavailable `curves-busy`
 */
export async function gatherReport(
  { store, curves }: { readonly store: Store; readonly curves: CurveFitter },
  seriesId: string,
  wanted: readonly SeriesCurveQuery[],
): Promise<ReportContent> {
  const read = await store.transaction(async (rows) => {
    const { laboratory } = rows;
    const series = await laboratory.series.find(seriesId);
    if (series === null) throw new NotFound('series-not-found', `There is no series ${seriesId}.`);
    const specimens = await laboratory.specimens.ofSeries(seriesId, mostSpecimens + 1);
    if (specimens.length === 0) {
      throw new Unprocessable('report-empty', `The series ${series.name} has no specimens.`);
    }
    if (specimens.length > mostSpecimens) {
      throw new Unprocessable(
        'report-too-large',
        `A report holds at most ${mostSpecimens} specimens; make a series of each part.`,
      );
    }
    const heats = [];
    for (const id of idsOf([series.heatId, ...specimens.map(({ heatId }) => heatId)])) {
      const heat = await laboratory.heats.find(id);
      if (heat !== null) heats.push(heat);
    }
    const machines = [];
    for (const id of idsOf([series.machineId, ...specimens.map(({ machineId }) => machineId)])) {
      const machine = await laboratory.machines.find(id);
      if (machine !== null) machines.push(machine);
    }
    const pictured = [];
    for (const specimen of specimens) {
      const studyId = specimen.shear?.study_id;
      pictured.push({
        specimen,
        pictures: await laboratory.pictures.ofSpecimen(specimen.id),
        blind: studyId === undefined ? null : await readingInStudy(rows, studyId, specimen.id),
      });
    }
    return {
      letterhead: await laboratory.letterheads.current(),
      series,
      heats,
      machines,
      specimens: pictured,
    };
  });
  const specimens = read.specimens.map(({ specimen }) => specimen);
  const fitted = [];
  for (const { property = 'energy', model = 'tanh', confidence, ...shelves } of wanted) {
    const curve = await fitSeriesCurve(
      { series: { specimens: async () => specimens }, curves },
      {
        ...{ seriesId, quantity: property, model, confidence },
        ...{ lowerShelf: shelves.lower_shelf, upperShelf: shelves.upper_shelf },
      },
    );
    fitted.push(presentSeriesCurve(seriesId, curve));
  }
  const rule = read.series.acceptance;
  return { ...read, acceptance: rule === null ? null : judgeSeries(rule, specimens), curves: fitted };
}

const idsOf = (ids: readonly (string | null)[]): readonly string[] =>
  [...new Set(ids)].filter((id) => id !== null);
