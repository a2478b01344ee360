import { NotFound } from '../errors.ts';
import type { HistoryEntry, HistoryFilter } from '../ports/store.ts';
import type { Dependencies } from './dependencies.ts';
import { findImage } from './image-use-cases.ts';
import { measureImage, requireChampion } from './measure-image.ts';
import { chooseModel } from './trials/choose-model.ts';
import type { AnalysisDetails, UseCases } from './use-cases.ts';

const exportPageSize = 500;

/** One picture measured now, and the history of measurements. */
export function createAnalysisUseCases(
  dependencies: Dependencies,
): Pick<UseCases, 'analyseImage' | 'getAnalysis' | 'history' | 'countAnalyses' | 'exportHistory'> {
  const { store } = dependencies;
  return {
    async analyseImage({ imageId, username, isLive = true, signal }) {
      await refuseEarly(dependencies, imageId);
      const [image, champion, running] = await Promise.all([
        findImage(dependencies, imageId),
        requireChampion(dependencies),
        isLive ? store.rows.trials.running() : null,
      ]);
      const chosen = await chooseModel(dependencies, image, champion, running);
      return measureImage(dependencies, { image, ...chosen, username, signal });
    },
    getAnalysis: (id) => findAnalysisDetails(dependencies, id),
    history: (filter, page) => store.rows.analyses.history(filter, page),
    countAnalyses: () => store.rows.analyses.count(),
    exportHistory: (filter, username) => exportHistory(dependencies, filter, username),
  };
}

/** Under overload most requests are refused, so that must cost little: one look for an answer that is there already.
 * @throws Unavailable `measurer-busy`
 */
async function refuseEarly(
  { store, measurer }: Pick<Dependencies, 'store' | 'measurer'>,
  imageId: string,
): Promise<void> {
  if (measurer.hasRoom) return;
  const known = await store.rows.analyses.areKnown([imageId], measurer.pipelineVersion);
  if (!known.has(imageId)) measurer.requireRoom();
}

/** @throws NotFound `analysis-not-found` */
export async function findAnalysisDetails(
  { store }: Pick<Dependencies, 'store'>,
  id: string,
): Promise<AnalysisDetails> {
  const analysis = await store.rows.analyses.find(id);
  if (analysis === null) throw new NotFound('analysis-not-found', `There is no analysis ${id}.`);
  const [image, label] = await Promise.all([
    findImage({ store }, analysis.imageId),
    store.rows.labels.current(id),
  ]);
  return { analysis, image, label };
}

async function* exportHistory(
  dependencies: Pick<Dependencies, 'store'>,
  filter: HistoryFilter,
  username: string,
): AsyncGenerator<HistoryEntry> {
  const { technician, withoutImages: _hidden, ...impersonal } = filter;
  await dependencies.store.rows.audit.append({
    action: 'history.exported',
    actor: username,
    ...(technician === undefined ? {} : { subject: { kind: 'user', id: technician } }),
    details: JSON.parse(JSON.stringify(impersonal)),
  });
  yield* walkHistory(dependencies, filter);
}

/** Page by page, so that a long history needs little memory. */
async function* walkHistory(
  { store }: Pick<Dependencies, 'store'>,
  filter: HistoryFilter,
): AsyncGenerator<HistoryEntry> {
  let cursor: string | undefined;
  do {
    const slice = await store.rows.analyses.history(filter, { cursor, limit: exportPageSize });
    yield* slice.items;
    cursor = slice.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
