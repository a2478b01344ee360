import type { RetentionKind, RunCounts } from '../ports/retention.ts';
import type { Rows } from '../ports/store.ts';
import type { Dependencies } from '../use-cases/dependencies.ts';
import type { JobRun } from '../use-cases/use-cases.ts';
import { carryOutRemovals } from './carry-out-removals.ts';
import { listDatasetPictures } from './list-dataset-pictures.ts';
import { ruleAt } from './retention-rules.ts';

type Remover = Pick<Dependencies, 'store' | 'objects' | 'clock'>;

/** Rows of one transaction; each has a handful of objects. */
const rowsPerStep = 50;

/** Removes what is past its time by the policies, in small steps. A step first writes down, in one transaction, which rows and
 * objects go and how many they are; then the objects are deleted. A run that was killed is begun anew: what is marked is not
 * found again, what is still to be deleted is, and the counts go on.
 */
export async function runRetention(
  dependencies: Remover,
  { jobId, signal }: JobRun,
): Promise<Readonly<Record<string, unknown>>> {
  const { store, clock } = dependencies;
  await closeEndedRuns(dependencies);
  await listDatasetPictures(dependencies);
  await store.rows.retention.beginRun(jobId, clock.now());
  await carryOutRemovals(dependencies, signal);
  try {
    for (const { kind } of await store.rows.retention.policies()) {
      let after: string | null = null;
      do {
        signal.throwIfAborted();
        const last: string | null = await removeSome(dependencies, { jobId, kind, after });
        await carryOutRemovals(dependencies, signal);
        after = last;
      } while (after !== null);
    }
  } catch (error) {
    // A cancelled run says what it had removed by then; one that is tried again goes on counting.
    if (signal.aborted) await closeEndedRuns(dependencies);
    throw error;
  }
  const counts = await store.transaction((rows) => closeRun(dependencies, rows, jobId));
  return toResult(counts ?? {});
}

/** One transaction. @returns where to go on, null at the end */
function removeSome(
  { store, objects, clock }: Remover,
  { jobId, kind, after }: { jobId: string; kind: RetentionKind; after: string | null },
): Promise<string | null> {
  return store.transaction(async (rows) => {
    const at = clock.now();
    // Asked each time: a policy that was changed meanwhile holds from the next step on.
    const { before } = ruleAt(await rows.retention.readPolicy(kind), at);
    if (before === null) return null;
    const step = { after, limit: rowsPerStep, at };
    const { last, rows: count, keys } = await rows.retention.remove({ kind, before }, step);
    if (count === 0) return last;
    const sizes = await Promise.all(keys.map(async (key) => (await objects.head(key))?.sizeBytes ?? 0));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    await rows.retention.countRun(jobId, kind, { rows: count, objects: keys.length, bytes });
    return last;
  });
}

/** Runs whose jobs were cancelled, died or are gone: what they removed is recorded, too. */
async function closeEndedRuns(dependencies: Remover): Promise<void> {
  for (const jobId of await dependencies.store.rows.retention.endedRuns()) {
    await dependencies.store.transaction((rows) => closeRun(dependencies, rows, jobId));
  }
}

/** One entry of the audit trail for each run, in the transaction that closes it. */
async function closeRun({ clock }: Remover, rows: Rows, jobId: string): Promise<RunCounts | null> {
  const counts = await rows.retention.closeRun(jobId, clock.now());
  if (counts === null) return null;
  const job = await rows.jobs.find(jobId);
  await rows.audit.append({
    action: 'retention.completed',
    actor: job?.createdBy ?? 'system',
    subject: { kind: 'job', id: jobId },
    details: toResult(counts),
  });
  return counts;
}

function toResult(counts: RunCounts) {
  const none = { rows: 0, objects: 0, bytes: 0 };
  return {
    unlabelled_pictures: { ...(counts['unlabelled-pictures'] ?? none) },
    labelled_pictures: { ...(counts['labelled-pictures'] ?? none) },
    maps: { ...(counts.maps ?? none) },
  };
}
