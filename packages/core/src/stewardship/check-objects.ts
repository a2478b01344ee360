import { Unavailable } from '../errors.ts';
import type { ListedObject, ObjectStore } from '../ports/object-store.ts';
import type { Store } from '../ports/store.ts';

const objectsPerPage = 1_000;
const examplesKept = 10;

export interface ObjectFindings {
  readonly objects: number;
  readonly bytes: number;
  readonly references: number;
  /** Rows whose object is not there and was not taken away on purpose. */
  readonly missing: number;
  /** Objects that no row refers to and that are older than the grace. */
  readonly orphans: number;
  readonly orphanBytes: number;
  /** Objects without a row that are too young to be judged. */
  readonly young: number;
  /** Objects whose content is not what their name says; null when contents were not read. */
  readonly damaged: number | null;
  readonly removedOrphans: number;
  /** Some of each, for people. */
  readonly examples: {
    readonly missing: readonly string[];
    readonly orphans: readonly string[];
    readonly damaged: readonly string[];
  };
}

/** Compares rows with objects, both in order of keys, one page at a time. What changes meanwhile is looked at again before it
 * is reported.
 * @param options.orphansBefore - younger objects are not judged: their rows may be on the way
 * @param options.readContents - also reads every object and compares it with its name
 * @param options.onOrphans - told of each page's orphans; gives back how many it removed
 */
export async function checkObjects(
  { store, objects }: { readonly store: Pick<Store, 'rows'>; readonly objects: ObjectStore },
  options: {
    readonly orphansBefore: Date;
    readonly readContents?: boolean | undefined;
    readonly onOrphans?: ((orphans: readonly ListedObject[]) => Promise<number>) | undefined;
  },
): Promise<ObjectFindings> {
  const counts = { objects: 0, bytes: 0, references: 0, orphanBytes: 0, young: 0, removedOrphans: 0 };
  const missing = new Examples();
  const orphans = new Examples();
  const damaged = new Examples();
  let after: string | null = null;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<ObjectStore['list']>> = await objects.list({
      limit: objectsPerPage,
      cursor: cursor ?? undefined,
    });
    cursor = page.nextCursor;
    const to: string | null = cursor === null ? null : page.items.at(-1)!.key;
    const references = await store.rows.objects.references(after, to);
    after = to;
    counts.objects += page.items.length;
    counts.references += references.length;
    const listed = new Set(page.items.map(({ key }) => key));
    const used = new Set(references.map(({ key }) => key));
    for (const { key, kind, id, isRemoved } of references) {
      // Stored after the page was listed, perhaps.
      if (isRemoved || listed.has(key) || (await objects.head(key)) !== null) continue;
      missing.add(`${kind} of ${id}: ${key}`);
    }
    const unused: ListedObject[] = [];
    for (const object of page.items) {
      counts.bytes += object.sizeBytes;
      if (options.readContents === true && !(await isIntact(objects, object.key))) damaged.add(object.key);
      if (used.has(object.key)) continue;
      if (object.storedAt >= options.orphansBefore) {
        counts.young += 1;
        continue;
      }
      unused.push(object);
      orphans.add(object.key);
      counts.orphanBytes += object.sizeBytes;
    }
    if (unused.length > 0) counts.removedOrphans += (await options.onOrphans?.(unused)) ?? 0;
  } while (cursor !== null);
  return {
    ...counts,
    missing: missing.count,
    orphans: orphans.count,
    damaged: options.readContents === true ? damaged.count : null,
    examples: { missing: missing.items, orphans: orphans.items, damaged: damaged.items },
  };
}

async function isIntact(objects: ObjectStore, key: string): Promise<boolean> {
  try {
    for await (const _piece of objects.stream(key));
    return true;
  } catch (error) {
    if (error instanceof Unavailable && error.code === 'object-damaged') return false;
    // Removed since it was listed: not there is not damaged.
    if ((await objects.head(key)) === null) return true;
    throw error;
  }
}

class Examples {
  count = 0;
  readonly items: string[] = [];
  add(item: string): void {
    this.count += 1;
    if (this.items.length < examplesKept) this.items.push(item);
  }
}
