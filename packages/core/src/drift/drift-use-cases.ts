import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import type { DriftFindingState } from '../ports/drift.ts';
import type { PageRequest, Slice } from '../ports/page.ts';
import type { Rows } from '../ports/store.ts';
import { enqueue, newJob } from '../use-cases/job-use-cases.ts';
import type { JobRun } from '../use-cases/use-cases.ts';
import type { DriftDependencies } from './drift-dependencies.ts';
import type { DriftChart, DriftFinding, DriftReference, DriftScore, DriftSignal } from './drift-records.ts';
import { driftSignalNames } from './drift-signals.ts';
import { beginReference, evaluateDrift, newReference } from './evaluate-drift.ts';

/** How everything stood at the last evaluation. */
export interface DriftStatus {
  readonly reference: DriftReference | null;
  /** Of every signal, in a fixed order; null before it was evaluated. */
  readonly signals: readonly { readonly signal: DriftSignal; readonly chart: DriftChart | null }[];
  readonly open: readonly DriftFinding[];
}

export type DriftUseCases = ReturnType<typeof createDriftUseCases>;

/** Whether pictures, answers and labels still are as they were. */
export function createDriftUseCases(dependencies: DriftDependencies) {
  const { store, clock, ids } = dependencies;
  const found = (finding: DriftFinding | null, id: string): DriftFinding => {
    if (finding === null) throw new NotFound('drift-finding-not-found', `There is no finding ${id}.`);
    return finding;
  };

  return {
    async status(): Promise<DriftStatus> {
      const { drift } = store.rows;
      const reference = await drift.reference();
      const [charts, open] =
        reference === null
          ? [[], []]
          : await Promise.all([drift.charts(reference.id), drift.openFindings(reference.id)]);
      const signals = driftSignalNames.map((signal) => ({
        ...{ signal, chart: charts.find((chart) => chart.signal === signal) ?? null },
      }));
      return { reference, signals, open };
    },
    /** Oldest first; reads no chart. */
    async openFindings(): Promise<readonly DriftFinding[]> {
      const reference = await store.rows.drift.reference();
      return reference === null ? [] : store.rows.drift.openFindings(reference.id);
    },
    /** Of the signals that are watched; reads no chart. */
    async scores(): Promise<readonly DriftScore[]> {
      const reference = await store.rows.drift.reference();
      return reference === null ? [] : store.rows.drift.scores(reference.id);
    },
    /** Null before it was evaluated. */
    async chart(signal: DriftSignal): Promise<DriftChart | null> {
      const reference = await store.rows.drift.reference();
      if (reference === null) return null;
      const charts = await store.rows.drift.charts(reference.id);
      return charts.find((chart) => chart.signal === signal) ?? null;
    },
    findings: (
      filter: { readonly state?: DriftFindingState | undefined; readonly signal?: DriftSignal | undefined },
      page: PageRequest,
    ): Promise<Slice<DriftFinding>> => store.rows.drift.findings(filter, page),
    /** @throws NotFound `drift-finding-not-found` */
    finding: async (id: string): Promise<DriftFinding> => found(await store.rows.drift.findFinding(id), id),

    /** Somebody has looked and says what it was; the charts go on as they are.
     * @throws NotFound `drift-finding-not-found`; Conflict `drift-finding-acknowledged`; InvalidInput `reason-missing` */
    acknowledge: (told: { readonly id: string; readonly reason: string; readonly by: string }) =>
      store.transaction(async (rows): Promise<DriftFinding> => {
        const reason = requireReason(told.reason);
        const finding = found(await rows.drift.lockFinding(told.id), told.id);
        if (finding.acknowledgedAt !== null) {
          throw new Conflict(
            'drift-finding-acknowledged',
            `${finding.acknowledgedBy} has acknowledged it already: ${finding.acknowledgement}`,
          );
        }
        const change = { acknowledgedBy: told.by, acknowledgedAt: clock.now(), acknowledgement: reason };
        await rows.drift.updateFinding(finding.id, change);
        await rows.audit.append({
          ...{ action: 'drift.acknowledged', actor: told.by },
          subject: { kind: 'drift-finding', id: finding.id },
          details: { signal: finding.signal, reason },
        });
        return { ...finding, ...change };
      }),

    /** What is measured from now on, or from a moment before, is usual: after a lamp was changed, or another camera came.
     * @param told - a repetition with the same id returns what the first one made
     * @throws InvalidInput `reason-missing | drift-reference-invalid`; Conflict `drift-nothing-measured` */
    setReference: (told: {
      readonly reason: string;
      readonly by: string;
      readonly beginsAt?: Date | null | undefined;
      readonly id?: string | null | undefined;
    }) =>
      store.transaction(async (rows): Promise<DriftReference> => {
        const reason = requireReason(told.reason);
        const before = await rows.drift.lockReference();
        const made = told.id == null ? null : await rows.drift.findReference(told.id);
        if (made !== null) return made;
        const setAt = clock.now();
        const beginsAt = told.beginsAt ?? setAt;
        if (beginsAt.getTime() > setAt.getTime()) {
          throw new InvalidInput('drift-reference-invalid', 'A reference cannot begin in the future.');
        }
        const champion = await rows.models.champion();
        const pipelineVersion =
          champion === null ? null : await rows.drift.newestPipeline(champion.baseDigest);
        if (champion === null || pipelineVersion === null) {
          throw new Conflict('drift-nothing-measured', 'Nothing was measured yet that could be compared.');
        }
        const { baseDigest } = champion;
        const reference = newReference({
          ...{
            id: told.id ?? ids.next(),
            beginsAt,
            baseDigest,
            pipelineVersion,
            reason,
            setBy: told.by,
            setAt,
          },
        });
        await beginReference(rows, before, reference);
        await evaluateSoon(dependencies, rows);
        return reference;
      }),

    /** Worker side; may be repeated. */
    evaluate: (run: Pick<JobRun, 'signal'>) => evaluateDrift(dependencies, run),
  };
}

async function evaluateSoon(dependencies: DriftDependencies, rows: Rows): Promise<void> {
  const { job, created } = await rows.jobs.insertUnlessPending(
    newJob(dependencies, 'drift.evaluate.v1', 'system'),
  );
  if (created) await enqueue(rows, job);
}

/** @throws InvalidInput `reason-missing` */
function requireReason(told: string): string {
  const reason = told.trim();
  if (reason === '') throw new InvalidInput('reason-missing', 'Say why.');
  return reason;
}
