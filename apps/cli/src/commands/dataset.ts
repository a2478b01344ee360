import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import {
  createDataset,
  findDataset,
  type ObjectStore,
  objectKeyOf,
  readManifest,
  type Store,
  spareReusedObjects,
  verifyDataset,
} from '@mlmcsc/core';
import { type ArchiveEntry, packTar, readTar } from '@mlmcsc/platform/archive';
import type { Config } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { systemClock } from '@mlmcsc/platform/system';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { withStore } from './with-store.ts';

type Parts = { readonly store: Store; readonly objects: ObjectStore };

const withParts = <T>(config: Config, work: (parts: Parts) => Promise<T>): Promise<T> =>
  withStore(config, async (store) => {
    const objects = await openObjectStore(config);
    try {
      return await work({ store, objects: spareReusedObjects(objects, { store, clock: systemClock }) });
    } finally {
      await objects.close();
    }
  });

/** `mlmcsc dataset create`: freezes the labels of now. */
export async function createDatasetVersion(config: Config): Promise<void> {
  const { version, created } = await withParts(config, (parts) => createDataset(parts, 'system'));
  process.stdout.write(`${version.digest}  ${version.items} pictures, ${version.heldOut} held out\n`);
  if (!created) process.stderr.write('Nothing has changed since this version was made.\n');
}

export async function listDatasets(config: Config): Promise<void> {
  for (const version of await withStore(config, ({ rows }) => rows.datasets.list(1_000))) {
    process.stdout.write(
      `${version.digest}  ${version.createdAt.toISOString()}  ${version.items} pictures, ${version.heldOut} held out\n`,
    );
  }
}

/** `mlmcsc dataset show`: the manifest itself. */
export const showDataset = (config: Config, digest: string): Promise<void> =>
  withParts(config, async (parts) => {
    const version = await findDataset(parts, digest);
    for await (const piece of parts.objects.stream(objectKeyOf(version.digest))) process.stdout.write(piece);
  });

/** `mlmcsc dataset export`: manifest and pictures as one archive, or none. */
export const exportDataset = (
  config: Config,
  digest: string,
  { out }: { readonly out: string },
): Promise<void> =>
  withParts(config, async ({ store, objects }) => {
    const version = await findDataset({ store }, digest);
    const key = objectKeyOf(version.digest);
    async function* entries(): AsyncGenerator<ArchiveEntry> {
      yield { name: 'manifest.ndjson', sizeBytes: version.sizeBytes, content: objects.stream(key) };
      for await (const { sha256, sizeBytes } of readManifest(objects.stream(key))) {
        yield { name: `pictures/${sha256}`, sizeBytes, content: objects.stream(objectKeyOf(sha256)) };
      }
    }
    const file = createWriteStream(out, { flags: 'wx', mode: 0o600 });
    let isOurs = false;
    file.once('open', () => {
      isOurs = true;
    });
    try {
      await pipeline(packTar(entries()), file);
    } catch (error) {
      if (isOurs) await rm(out, { force: true });
      throw error;
    }
    await store.rows.audit.append({
      action: 'dataset.exported',
      actor: 'system',
      subject: { kind: 'dataset', id: version.digest },
      details: { items: version.items },
    });
    process.stdout.write(`${version.items} pictures in ${out}\n`);
  });

/** `mlmcsc dataset verify`: in the installation, or an exported archive. @returns the exit code */
export async function verifyDatasetVersion(
  config: () => Promise<Config>,
  digest: string,
  { file }: { readonly file?: string | undefined },
): Promise<number> {
  const found =
    file === undefined
      ? await withParts(await config(), async (parts) =>
          verifyDataset(parts, await findDataset(parts, digest)),
        )
      : await verifyArchive(file, digest);
  const { pictures, faulty } = found;
  process.stdout.write(
    faulty.length === 0
      ? `✓ manifest and ${pictures} pictures are as named\n`
      : `✗ ${faulty.length} of ${pictures} pictures are missing or damaged, e.g. ${faulty[0]}\n`,
  );
  return faulty.length === 0 ? exitCodes.ok : exitCodes.failed;
}

async function verifyArchive(file: string, digest: string) {
  const wanted = new Set<string>();
  const damaged: string[] = [];
  let pictures = 0;
  let isFirst = true;
  for await (const entry of readTar(createReadStream(file))) {
    const hash = createHash('sha256');
    async function* hashed() {
      for await (const piece of entry.content) {
        hash.update(piece);
        yield piece;
      }
    }
    if (isFirst) {
      isFirst = false;
      for await (const { sha256 } of readManifest(hashed())) wanted.add(sha256);
      const found = hash.digest('hex');
      if (!found.startsWith(digest))
        throw new CommandFailure(`The archive holds the dataset version ${found}.`);
      pictures = wanted.size;
      continue;
    }
    for await (const _piece of hashed());
    const name = entry.name.replace(/^pictures\//, '');
    if (!wanted.delete(name) || hash.digest('hex') !== name) damaged.push(name);
  }
  if (isFirst) throw new CommandFailure(`${file} holds no dataset.`);
  return { pictures, faulty: [...damaged, ...wanted] };
}
