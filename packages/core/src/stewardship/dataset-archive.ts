import { createHash } from 'node:crypto';
import { DomainError, Unprocessable } from '../errors.ts';
import { objectKeyOf } from '../objects/object-key.ts';
import type { ArchiveEntry, Archiver } from '../ports/archiver.ts';
import type { DatasetItem, DatasetVersion } from '../ports/datasets.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { type ManifestHeader, openManifest, readManifest } from './dataset-manifest.ts';
import { formatDatasetTable, picturePathOf, regionsPathOf } from './dataset-table.ts';
import { FaultList } from './fault-list.ts';

const manifestName = 'manifest.ndjson';
const tableName = 'labels.csv';
const parentName = (digest: string) => `parents/${digest}.ndjson`;

/** Everything of a version, in the order of an archive: its manifest, those of the versions it continues, the labels as a
 * table, then every picture with what was painted on it. One piece at a time, whatever the size.
 * @param lineage - the version and all it continues, the oldest first
 */
export async function* archiveEntries(
  objects: ObjectStore,
  lineage: readonly DatasetVersion[],
): AsyncGenerator<ArchiveEntry> {
  const manifestOf = ({ digest }: DatasetVersion) => objects.stream(objectKeyOf(digest));
  async function* items(): AsyncGenerator<DatasetItem> {
    for (const version of lineage) yield* readManifest(manifestOf(version));
  }
  for (const version of [...lineage].reverse()) {
    const name = version === lineage.at(-1) ? manifestName : parentName(version.digest);
    yield { name, sizeBytes: version.sizeBytes, content: manifestOf(version) };
  }
  yield {
    name: tableName,
    sizeBytes: await sizeOf(formatDatasetTable(items())),
    content: formatDatasetTable(items()),
  };
  const painted = new Set<string>();
  for await (const item of items()) {
    const content = objects.stream(objectKeyOf(item.sha256));
    yield { name: picturePathOf(item), sizeBytes: item.sizeBytes, content };
    const { regions } = item;
    if (regions === null || painted.has(regions.sha256)) continue;
    painted.add(regions.sha256);
    const paint = objects.stream(objectKeyOf(regions.sha256));
    yield { name: regionsPathOf(regions), sizeBytes: regions.sizeBytes, content: paint };
  }
}

async function sizeOf(content: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const piece of content) size += piece.length;
  return size;
}

/** One manifest of an archive. */
export interface ArchivedManifest {
  readonly digest: string;
  readonly header: ManifestHeader;
  readonly sizeBytes: number;
  readonly items: readonly DatasetItem[];
}

/** An archive that was read from end to end. */
export interface CheckedArchive {
  readonly digest: string;
  /** The oldest first. */
  readonly manifests: readonly ArchivedManifest[];
  /** All of them, in the order of learning. */
  readonly items: readonly DatasetItem[];
  /** Pictures and paintings that are missing or not what their name says. */
  readonly faulty: readonly string[];
}

/** Reads a whole archive and compares everything with its digest; holds the lines of the manifests, and one picture at most.
 * @param inspect - also looks at each picture; what it throws for good is a fault of the picture's line
 * @throws Unprocessable `dataset-archive-invalid` naming each line that is wrong; what `content` throws
 */
export async function checkArchive(
  archiver: Archiver,
  content: AsyncIterable<Uint8Array>,
  inspect?: (picture: Uint8Array) => Promise<unknown>,
): Promise<CheckedArchive> {
  const reader = new ArchiveReader(inspect);
  try {
    for await (const entry of archiver.read(content)) await reader.take(entry);
    return await reader.finish();
  } catch (error) {
    if (error instanceof SyntaxError) throw invalid(`The archive cannot be taken: ${error.message}.`, error);
    throw error;
  }
}

const invalid = (detail: string, cause?: unknown) =>
  new Unprocessable('dataset-archive-invalid', detail, { cause });

class ArchiveReader {
  readonly #faults = new FaultList();
  readonly #manifests: ArchivedManifest[] = [];
  readonly #wanted = new Map<string, WantedFile>();
  readonly #inspect: ((picture: Uint8Array) => Promise<unknown>) | undefined;
  readonly #faulty: string[] = [];
  #items: readonly DatasetItem[] | null = null;

  constructor(inspect: ((picture: Uint8Array) => Promise<unknown>) | undefined) {
    this.#inspect = inspect;
  }

  async take(entry: ArchiveEntry): Promise<void> {
    if (this.#items === null) {
      const next = this.#nextManifest();
      if (next !== null) return this.#takeManifest(entry, next);
      this.#items = this.#checkLines();
    }
    if (entry.name === tableName) return this.#takeTable(entry);
    return this.#takeFile(entry);
  }

  async finish(): Promise<CheckedArchive> {
    const next = this.#items === null ? this.#nextManifest() : null;
    if (next !== null) throw new SyntaxError(`${next.name} is missing`);
    const items = this.#items ?? this.#checkLines();
    this.#faults.throwIfAny('dataset-archive-invalid', 'pictures cannot be read here');
    return {
      digest: this.#manifests.at(-1)!.digest,
      manifests: this.#manifests,
      items,
      faulty: [...this.#faulty, ...this.#wanted.keys()],
    };
  }

  /** The manifest that must come now; null when all are there. */
  #nextManifest(): { readonly name: string; readonly digest: string | null } | null {
    const oldest = this.#manifests[0];
    if (oldest === undefined) return { name: manifestName, digest: null };
    const { parentDigest } = oldest.header;
    return parentDigest === null ? null : { name: parentName(parentDigest), digest: parentDigest };
  }

  async #takeManifest(entry: ArchiveEntry, wanted: { name: string; digest: string | null }): Promise<void> {
    if (entry.name !== wanted.name) {
      throw new SyntaxError(`${wanted.name} must come before ${entry.name.slice(0, 100)}`);
    }
    const hash = createHash('sha256');
    let sizeBytes = 0;
    async function* hashed() {
      for await (const piece of entry.content) {
        hash.update(piece);
        sizeBytes += piece.length;
        yield piece;
      }
    }
    const { header, lines } = await openManifest(hashed());
    const items: DatasetItem[] = [];
    for await (const line of lines) {
      if ('item' in line) items.push(line.item);
      else this.#faults.add(line.problem.detail, entry.name, line.line, line.problem.field);
    }
    const digest = hash.digest('hex');
    if (wanted.digest !== null && digest !== wanted.digest) {
      throw new SyntaxError(`${entry.name} is not the manifest of that name`);
    }
    const newer = this.#manifests[0];
    if (newer !== undefined && newer.header.kind !== header.kind) {
      throw new SyntaxError(`${entry.name} is of another kind than what continues it`);
    }
    this.#manifests.unshift({ digest, header, sizeBytes, items });
  }

  /** What no line shows by itself: pictures and labels come once, and a group stays on one side. */
  #checkLines(): readonly DatasetItem[] {
    const pictures = new Set<string>();
    const labels = new Set<string>();
    const sides = new Map<string, boolean>();
    const all: DatasetItem[] = [];
    for (const { digest, items } of this.#manifests) {
      const name = digest === this.#manifests.at(-1)!.digest ? manifestName : parentName(digest);
      items.forEach((item, index) => {
        const fault = (field: string, detail: string) => this.#faults.add(detail, name, index + 1, field);
        if (pictures.has(item.sha256)) fault('sha256', 'is there twice');
        if (labels.has(item.labelId)) fault('label_id', 'is there twice');
        const side = sides.get(item.splitGroup) ?? item.heldOut;
        if (side !== item.heldOut) fault('held_out', 'differs within a split group');
        pictures.add(item.sha256);
        labels.add(item.labelId);
        sides.set(item.splitGroup, side);
        const place = { manifest: name, line: index + 1 };
        this.#wanted.set(picturePathOf(item), { ...place, sizeBytes: item.sizeBytes, isPicture: true });
        if (item.regions !== null) {
          const { sizeBytes } = item.regions;
          this.#wanted.set(regionsPathOf(item.regions), { ...place, sizeBytes, isPicture: false });
        }
        all.push(item);
      });
    }
    this.#faults.throwIfAny('dataset-archive-invalid', 'lines of the manifest are wrong');
    return all;
  }

  async #takeTable(entry: ArchiveEntry): Promise<void> {
    const items = this.#items ?? [];
    async function* given() {
      yield* items;
    }
    const [found, wanted] = [await digestOf(entry.content), await digestOf(formatDatasetTable(given()))];
    if (found !== wanted) this.#faulty.push(tableName);
  }

  async #takeFile(entry: ArchiveEntry): Promise<void> {
    // Archives of older releases name pictures without an ending.
    const name = this.#wanted.has(entry.name)
      ? entry.name
      : [...olderNames(entry.name)].find((older) => this.#wanted.has(older));
    const wanted = name === undefined ? undefined : this.#wanted.get(name);
    if (name === undefined || wanted === undefined) {
      await digestOf(entry.content);
      this.#faulty.push(entry.name.slice(0, 100));
      return;
    }
    this.#wanted.delete(name);
    const inspect = wanted.isPicture && wanted.sizeBytes === entry.sizeBytes ? this.#inspect : undefined;
    const pieces: Uint8Array[] = [];
    const found = await digestOf(inspect === undefined ? entry.content : kept(entry.content, pieces));
    if (digestIn(name) !== found || wanted.sizeBytes !== entry.sizeBytes) {
      this.#faulty.push(name);
      return;
    }
    try {
      await inspect?.(Buffer.concat(pieces));
    } catch (error) {
      if (!(error instanceof DomainError) || error.retryable) throw error;
      this.#faults.add(
        `names a picture that cannot be taken: ${error.detail}`,
        wanted.manifest,
        wanted.line,
        'sha256',
      );
    }
  }
}

interface WantedFile {
  readonly manifest: string;
  readonly line: number;
  readonly sizeBytes: number;
  readonly isPicture: boolean;
}

async function* kept(content: AsyncIterable<Uint8Array>, pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    pieces.push(piece);
    yield piece;
  }
}

function* olderNames(name: string): Generator<string> {
  for (const ending of ['.jpg', '.png', '.tif', '.webp', '.bmp']) yield `${name}${ending}`;
}

/** The digest that the name of a picture or painting promises. */
const digestIn = (name: string): string => /\/([0-9a-f]{64})(?:\.|$)/.exec(name)?.[1] ?? '';

async function digestOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of content) hash.update(piece);
  return hash.digest('hex');
}

/** What an entry of a checked archive is. */
export function kindOfEntry({ name }: ArchiveEntry): 'manifest' | 'table' | 'picture' | 'regions' {
  if (name === tableName) return 'table';
  if (name === manifestName || name.startsWith('parents/')) return 'manifest';
  return name.startsWith('regions/') ? 'regions' : 'picture';
}
