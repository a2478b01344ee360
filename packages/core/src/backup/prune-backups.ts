import type { BackupStore } from './backup-store.ts';

/** An unfinished backup of this age is taken for dead. */
const abandonedAfterMs = 24 * 3_600_000;

/** Removes all but the newest complete backups, what interrupted ones left, and objects that no backup needs any more.
 * A manifest goes first, so what is half removed never looks complete.
 * @returns identifiers of the backups that are gone
 */
export async function pruneBackups(
  backups: BackupStore,
  keep: number,
  now: Date,
): Promise<{ readonly removed: readonly string[]; readonly removedObjects: number }> {
  const all = await backups.backups();
  const complete = all.filter(({ isComplete }) => isComplete);
  const unfinished = all.filter(({ isComplete }) => !isComplete);
  const kept = complete.slice(-keep);
  const abandoned = unfinished.filter(({ id }) => now.getTime() - instantOf(id) > abandonedAfterMs);
  const going = [...complete.slice(0, -keep), ...abandoned].map(({ id }) => id);
  for (const id of going) await removeBackup(backups, id);
  // Somebody may be adding objects whose list is not written yet.
  if (unfinished.length > abandoned.length) return { removed: going, removedObjects: 0 };
  const needed = new Set<string>();
  for (const { id } of kept) {
    for await (const { sha256 } of backups.objectsOf(id)) needed.add(backups.objectName(sha256));
  }
  let removedObjects = 0;
  for (const name of (await backups.objectSizes()).keys()) {
    if (needed.has(name)) continue;
    await backups.target.remove(name);
    removedObjects += 1;
  }
  return { removed: going, removedObjects };
}

async function removeBackup({ target }: BackupStore, id: string): Promise<void> {
  await target.remove(`backups/${id}/manifest`);
  const names: string[] = [];
  for await (const { name } of target.list(`backups/${id}/`)) names.push(name);
  for (const name of names) await target.remove(name);
}

/** Of `20261130T203000123Z-…`. */
function instantOf(id: string): number {
  const [, year, month, day, hour, minute, second, ms] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/.exec(id) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
}
