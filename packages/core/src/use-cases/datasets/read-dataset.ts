import { InvalidInput, NotFound, Unavailable } from '../../errors.ts';
import { objectKeyOf } from '../../objects/object-key.ts';
import type { DatasetItem, DatasetVersion } from '../../ports/datasets.ts';
import type { PageRequest, Slice } from '../../ports/page.ts';
import { readManifest } from '../../stewardship/dataset-manifest.ts';
import { readManifestLine } from '../../stewardship/manifest-line.ts';
import type { Dependencies } from '../dependencies.ts';

type Readers = Pick<Dependencies, 'store' | 'objects'>;

/** @throws NotFound `dataset-not-found` */
export async function findDataset(
  { store }: Pick<Readers, 'store'>,
  digest: string,
): Promise<DatasetVersion> {
  const version = await store.rows.datasets.find(digest);
  if (version !== null) return version;
  throw new NotFound('dataset-not-found', `There is not exactly one dataset version ${digest}.`);
}

/** All items of a version, those of the versions it continues first: one after the other, whatever their number.
 * @param lineage - the version and all it continues, the oldest first
 */
export async function* readItems(
  { objects }: Pick<Readers, 'objects'>,
  lineage: readonly DatasetVersion[],
): AsyncGenerator<DatasetItem> {
  for (const { digest } of lineage) yield* readManifest(objects.stream(objectKeyOf(digest)));
}

/** More than most lines have; a longer one is read in a second attempt. */
const usualLineBytes = 1_024;

/** One page of a version's items, read from where the page before ended.
 * @throws NotFound `dataset-not-found`; InvalidInput `cursor-invalid`
 */
export async function listItems(
  dependencies: Readers,
  digest: string,
  { cursor, limit }: PageRequest,
): Promise<Slice<DatasetItem>> {
  const version = await findDataset(dependencies, digest);
  const lineage = await dependencies.store.rows.datasets.lineage(version.digest);
  let place: Place | null = decodePlace(cursor, lineage);
  const items: DatasetItem[] = [];
  while (items.length < limit && place !== null) {
    const manifest: DatasetVersion = lineage[place.index]!;
    const part = await readLines(dependencies, manifest, place.offset, limit - items.length);
    items.push(...part.items);
    place = nextPlace(place, part.end, lineage);
  }
  return { items, nextCursor: place === null ? null : `${place.index}.${place.offset}` };
}

interface Place {
  /** Which manifest of the lineage. */
  readonly index: number;
  /** Where its next line begins. */
  readonly offset: number;
}

/** Null at the very end. */
function nextPlace({ index }: Place, end: number, lineage: readonly DatasetVersion[]): Place | null {
  if (end < lineage[index]!.sizeBytes) return { index, offset: end };
  return index + 1 < lineage.length ? { index: index + 1, offset: 0 } : null;
}

function decodePlace(cursor: string | undefined, lineage: readonly DatasetVersion[]): Place {
  if (cursor === undefined) return { index: 0, offset: 0 };
  const [, index, offset] = /^(\d{1,6})\.(\d{1,15})$/.exec(cursor) ?? [];
  const place = { index: Number(index ?? -1), offset: Number(offset) };
  if (place.offset < (lineage[place.index]?.sizeBytes ?? 0)) return place;
  throw cursorInvalid();
}

const cursorInvalid = () =>
  new InvalidInput(
    'cursor-invalid',
    'The cursor is not one that this list has given; start from the first page.',
  );

/** Reads at most `limit` whole lines; `end` is where the next one begins. */
async function readLines(
  { objects }: Pick<Readers, 'objects'>,
  { digest, sizeBytes, format }: DatasetVersion,
  offset: number,
  limit: number,
): Promise<{ readonly items: readonly DatasetItem[]; readonly end: number }> {
  const key = objectKeyOf(digest);
  const wanted = offset === 0 ? limit + 1 : limit;
  for (let length = wanted * usualLineBytes; ; length *= 4) {
    const bytes = Buffer.from(await objects.getRange(key, { offset, length }));
    if (bytes.length === 0 && offset < sizeBytes) {
      throw new Unavailable('object-damaged', 'The manifest is shorter than it was.', { retryable: false });
    }
    const isAll = offset + bytes.length >= sizeBytes;
    const ends = lineEnds(bytes, wanted);
    if (ends.length === 0 && !isAll) continue;
    const texts = ends.map((end, index) => bytes.subarray(index === 0 ? 0 : ends[index - 1]!, end - 1));
    if (offset === 0) texts.shift();
    const items = texts.map((text, index) => {
      const line = readManifestLine(text.toString('utf8'), index + 1, format as 1 | 2);
      if ('problem' in line) throw cursorInvalid();
      return line.item;
    });
    return { items, end: offset + (ends.at(-1) ?? bytes.length) };
  }
}

/** Offsets after the first line ends. */
function lineEnds(bytes: Buffer, limit: number): number[] {
  const ends: number[] = [];
  for (let at = bytes.indexOf(10); at >= 0 && ends.length < limit; at = bytes.indexOf(10, at + 1)) {
    ends.push(at + 1);
  }
  return ends;
}
