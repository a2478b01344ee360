import { createSeededRandom } from '@mlmcsc/charpy/statistics';
import { energyTest, groupPoints } from '@mlmcsc/learning';
import type { SeenPicture } from '../ports/drift.ts';
import type { Rows } from '../ports/store.ts';
import type { JobRun } from '../use-cases/use-cases.ts';
import type { DriftDependencies } from './drift-dependencies.ts';
import type { DriftReference } from './drift-records.ts';
import {
  evaluateSignals,
  type LabelWindows,
  type SignalVerdict,
  settled,
  splitLabels,
  takeReference,
} from './evaluate-signals.ts';
import { keepFindings } from './keep-findings.ts';

/** Heats so long that so many pictures do not make 100 points are not watched. */
const mostReferencePictures = 5_000;
/** Pictures that are read at once, and those that the charts begin anew with when there are more. */
const mostWatched = 5_000;
const keptWatched = 2_000;
const mostLabels = 10_000;
/** The energy test compares so many points, newest last. */
const compared = { reference: 200, recent: 100, least: 20 };

/** Judges what was measured since the reference, keeps how every signal stands, and raises what is new. A run that was killed is
 * begun anew: findings are compared with those that are there.
 */
export async function evaluateDrift(
  dependencies: DriftDependencies,
  { signal }: Pick<JobRun, 'signal'>,
): Promise<Readonly<Record<string, unknown>>> {
  const { store } = dependencies;
  for (;;) {
    signal.throwIfAborted();
    const step = await store.transaction((rows) => evaluateOnce(dependencies, rows));
    if (step === null) return { reference_complete: false, watched_pictures: 0, raised: 0, drifting: [] };
    if (!step.hasMore) {
      const { hasMore: _more, ...result } = step;
      return result;
    }
  }
}

async function evaluateOnce(dependencies: DriftDependencies, rows: Rows) {
  const { clock } = dependencies;
  const reference = await currentReference(dependencies, rows);
  if (reference === null) return null;
  const { baseDigest, pipelineVersion } = reference;
  const read = (from: Date, limit: number, after?: { at: Date; id: string }) =>
    rows.drift.pictures({ baseDigest, pipelineVersion, from, limit, after });
  const first = settled(await read(reference.beginsAt, mostReferencePictures));
  const { pictures: taken, points, isComplete } = takeReference(first);
  const usual = first.slice(0, taken);
  const state = { pictures: taken, points, isComplete, evaluatedAt: clock.now() };
  const last = usual.at(-1);
  if (!isComplete || last === undefined) {
    await rows.drift.updateReference(reference.id, {
      ...{ ...state, watchedPictures: 0, comparison: null },
      canaryPictures: usual.filter(({ isCanary }) => isCanary).length,
    });
    return { reference_complete: false, watched_pictures: 0, raised: 0, drifting: [], hasMore: false };
  }
  const found =
    reference.watchFrom === null
      ? await read(reference.beginsAt, mostWatched + 1, { at: last.at, id: last.analysisId })
      : await read(reference.watchFrom, mostWatched + 1);
  const hasMore = found.length > mostWatched;
  const recent = settled(found);
  const labels = await readLabels(rows, reference);
  const verdicts = evaluateSignals(usual, recent, labels);
  const raised = await keepFindings(dependencies, rows, reference, verdicts);
  for (const { chart } of verdicts) await rows.drift.putChart(reference.id, chart);
  await rows.drift.updateReference(reference.id, {
    ...{ ...state, watchedPictures: recent.length, comparison: compare(usual, recent) },
    canaryPictures: [...usual, ...recent].filter(({ isCanary }) => isCanary).length,
    ...(hasMore ? { watchFrom: found.at(-keptWatched)?.at ?? null } : {}),
  });
  const drifting = driftingOf(verdicts);
  return { reference_complete: true, watched_pictures: recent.length, raised, drifting, hasMore };
}

async function readLabels(
  rows: Rows,
  { baseDigest, pipelineVersion, beginsAt, watchFrom }: DriftReference,
): Promise<LabelWindows> {
  const read = async (from: Date) =>
    settled(await rows.drift.labels({ baseDigest, pipelineVersion, from, limit: mostLabels })).filter(
      ({ isCanary }) => !isCanary,
    );
  const windows = splitLabels(await read(beginsAt));
  if (watchFrom === null) return windows;
  const known = new Set(windows.reference.map(({ labelId }) => labelId));
  const recent = (await read(watchFrom)).filter(({ labelId }) => !known.has(labelId));
  return { reference: windows.reference, recent };
}

const driftingOf = (verdicts: readonly SignalVerdict[]) =>
  verdicts.filter(({ chart }) => chart.state === 'drifting').map(({ chart }) => chart.signal);

/** The reference in use; a first one, or another one when other networks or another seeing code answer by now.
 * @returns null before any picture was measured that counts */
async function currentReference(
  { clock, ids }: DriftDependencies,
  rows: Rows,
): Promise<DriftReference | null> {
  const known = await rows.drift.lockReference();
  const champion = await rows.models.champion();
  if (champion === null) return null;
  const { baseDigest } = champion;
  const pipelineVersion = await rows.drift.newestPipeline(baseDigest);
  if (pipelineVersion === null) return null;
  if (known?.baseDigest === baseDigest && known.pipelineVersion === pipelineVersion) return known;
  const now = clock.now();
  const fresh = newReference({
    ...{ id: ids.next(), baseDigest, pipelineVersion, setBy: 'system', setAt: now },
    beginsAt: (await rows.drift.inServiceSince(baseDigest)) ?? now,
    reason: known === null ? 'The first pictures of this model.' : 'Other networks measure since then.',
  });
  await beginReference(rows, known, fresh);
  return fresh;
}

/** Nothing taken yet. */
export function newReference(
  told: Pick<
    DriftReference,
    'id' | 'beginsAt' | 'baseDigest' | 'pipelineVersion' | 'reason' | 'setBy' | 'setAt'
  >,
): DriftReference {
  return {
    ...told,
    ...{ pictures: 0, points: 0, isComplete: false, watchFrom: null, watchedPictures: 0 },
    canaryPictures: 0,
    ...{ evaluatedAt: null, comparison: null },
  };
}

/** What was found against the one before is over. */
export async function beginReference(
  rows: Rows,
  before: DriftReference | null,
  fresh: DriftReference,
): Promise<void> {
  if (before !== null) {
    for (const { id } of await rows.drift.openFindings(before.id)) {
      await rows.drift.updateFinding(id, { endedAt: fresh.setAt, endedBy: 'new-reference' });
    }
  }
  await rows.drift.insertReference(fresh);
  await rows.audit.append({
    ...{ action: 'drift.reference-set', actor: fresh.setBy },
    subject: { kind: 'drift-reference', id: fresh.id },
    details: { begins_at: fresh.beginsAt.toISOString(), reason: fresh.reason },
  });
}

/** One picture of each group, so that any two can change places. */
function compare(usual: readonly SeenPicture[], recent: readonly SeenPicture[]) {
  const before = vectorsOf(usual).slice(-compared.reference);
  const after = vectorsOf(recent).slice(-compared.recent);
  if (before.length < compared.least || after.length < compared.least) return null;
  const { pValue } = energyTest(before, after, { random: createSeededRandom(1), permutations: 399 });
  return { pValue, points: after.length };
}

function vectorsOf(pictures: readonly SeenPicture[]): Float64Array[] {
  const values = pictures.map(({ measures }) => (measures === null ? null : 0));
  const groups = pictures.map(({ group }) => group);
  return groupPoints(values, groups).map(({ place }) =>
    Float64Array.from(pictures[place]?.measures?.descriptors ?? []),
  );
}
