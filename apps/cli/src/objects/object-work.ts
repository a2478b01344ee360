import { DomainError, type ListedObject, type ObjectStore } from '@mlmcsc/core';

/** What was found out about the objects of a store. */
export interface ObjectReport {
  /** Objects that are as they should be, those that were there already included. */
  intact: number;
  /** Of those, the ones written by this run. */
  copied: number;
  bytes: number;
  /** Keys whose content is not what they promise. */
  readonly damaged: string[];
}

const pageSize = 1000;
/** Small objects are bound by the time of one request, so several are under way. */
const atOnce = 8;

/** Reads every object and holds it to its digest. @param onDone - called after each */
export async function verifyObjects(store: ObjectStore, onDone: () => void): Promise<ObjectReport> {
  const report: ObjectReport = { intact: 0, copied: 0, bytes: 0, damaged: [] };
  await forEachAtOnce(objectsOf(store), async ({ key, sizeBytes }) => {
    await unlessDamaged(report, key, async () => {
      for await (const _piece of store.stream(key));
      report.intact += 1;
      report.bytes += sizeBytes;
    });
    onDone();
  });
  return report;
}

/** Copies what the target lacks, verified on the way; begun anew it goes on where it was. The source stays as it is. */
export async function copyObjects(
  source: ObjectStore,
  target: ObjectStore,
  onDone: () => void,
): Promise<ObjectReport> {
  const report: ObjectReport = { intact: 0, copied: 0, bytes: 0, damaged: [] };
  await forEachAtOnce(objectsOf(source), async ({ key, sizeBytes }) => {
    await unlessDamaged(report, key, async () => {
      const there = await target.head(key);
      if (there?.sizeBytes !== sizeBytes) {
        await target.putStream(source.stream(key));
        report.copied += 1;
        report.bytes += sizeBytes;
      }
      report.intact += 1;
    });
    onDone();
  });
  return report;
}

/** Copies what the replica lacks, by comparing both lists page by page: cheap enough for every minute. Nothing is ever removed from the
 * replica, so what is deleted by mistake in the source is still there.
 */
export async function replicateObjects(
  source: ObjectStore,
  replica: ObjectStore,
  onDone: () => void,
): Promise<ObjectReport> {
  const report: ObjectReport = { intact: 0, copied: 0, bytes: 0, damaged: [] };
  await forEachAtOnce(
    lacking(source, replica, () => (report.intact += 1)),
    async ({ key, sizeBytes }) => {
      await unlessDamaged(report, key, async () => {
        await replica.putStream(source.stream(key));
        report.copied += 1;
        report.intact += 1;
        report.bytes += sizeBytes;
      });
      onDone();
    },
  );
  return report;
}

/** Reads every object of the store, and puts the replica's in place of what is damaged or missing there; each is verified on the way.
 * @returns as a copy; `damaged` is what the replica does not have intact either
 */
export async function repairObjects(
  store: ObjectStore,
  replica: ObjectStore,
  onDone: () => void,
): Promise<ObjectReport> {
  const found = await verifyObjects(store, onDone);
  const report: ObjectReport = { intact: found.intact, copied: 0, bytes: 0, damaged: [] };
  const bringBack = async (key: string, sizeBytes: number) =>
    unlessDamaged(report, key, async () => {
      // Proven first: the damaged one must not go before there is another.
      for await (const _piece of replica.stream(key));
      await store.delete(key);
      await store.putStream(replica.stream(key));
      report.copied += 1;
      report.intact += 1;
      report.bytes += sizeBytes;
    });
  for (const key of found.damaged) {
    const there = await replica.head(key);
    if (there === null) report.damaged.push(key);
    else await bringBack(key, there.sizeBytes);
  }
  await forEachAtOnce(
    lacking(replica, store, () => {}),
    async ({ key, sizeBytes }) => {
      await bringBack(key, sizeBytes);
      onDone();
    },
  );
  return report;
}

/** Objects of the source that the other lacks, or has in another size. */
async function* lacking(
  source: ObjectStore,
  other: ObjectStore,
  onThere: () => void,
): AsyncGenerator<ListedObject, void> {
  const there = objectsOf(other);
  let next = await there.next();
  for await (const object of objectsOf(source)) {
    while (next.done !== true && next.value.key < object.key) next = await there.next();
    const twin = next.done !== true && next.value.key === object.key ? next.value : null;
    if (twin?.sizeBytes === object.sizeBytes) onThere();
    else yield object;
  }
}

async function* objectsOf(store: ObjectStore): AsyncGenerator<ListedObject, void> {
  let cursor: string | undefined;
  do {
    const page = await store.list({ limit: pageSize, cursor });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** A damaged object is noted and the others go on; anything else ends the run. */
async function unlessDamaged(report: ObjectReport, key: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'object-damaged') throw error;
    report.damaged.push(key);
  }
}

/** After the first failure nothing new begins; it is thrown once all that runs has ended. */
async function forEachAtOnce<T>(
  items: AsyncGenerator<T, void>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let failure: { readonly error: unknown } | null = null;
  const lane = async () => {
    try {
      while (failure === null) {
        const next = await items.next();
        if (next.done === true) return;
        await work(next.value);
      }
    } catch (error) {
      failure ??= { error };
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  if (failure !== null) throw (failure as { readonly error: unknown }).error;
}
