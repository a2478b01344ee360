import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  checkArchive,
  type DatasetFilter,
  type DatasetVersion,
  type ExportFormat,
  findDataset,
  importDataset,
  verifyDataset,
} from '@mlmcsc/core';
import { tarArchiver } from '@mlmcsc/platform/archive';
import type { Config } from '@mlmcsc/platform/config';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { withProduct } from './with-product.ts';
import { withStore } from './with-store.ts';

/** Who appears in records for what an operator does on the command line. */
const operator = 'system';

/** `mlmcsc dataset create`: freezes the labels of now. */
export async function createDatasetVersion(
  config: Config,
  { description = null, ...filter }: DatasetFilter & { readonly description?: string | null },
): Promise<void> {
  const { version, created } = await withProduct(config, ({ datasets }) =>
    datasets.createDataset({ filter, description, username: operator }),
  );
  process.stdout.write(`${version.digest}  ${contentsOf(version)}\n`);
  if (!created) process.stderr.write('Nothing has changed since this version was made.\n');
}

const pageSize = 200;

export async function listDatasets(
  config: Config,
  { kind, json = false }: { readonly kind?: DatasetVersion['kind']; readonly json?: boolean },
): Promise<void> {
  await withStore(config, async ({ rows }) => {
    let cursor: string | undefined;
    do {
      const page = await rows.datasets.list({ kind }, { cursor, limit: pageSize });
      for (const version of page.items)
        process.stdout.write(`${json ? JSON.stringify(version) : lineOf(version)}\n`);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  });
}

function lineOf(version: DatasetVersion): string {
  const { digest, kind, source, createdAt, description } = version;
  const what = source === 'imported' ? `${kind}, imported` : kind;
  const told = description === null ? '' : `  ${description}`;
  return `${digest}  ${createdAt.toISOString()}  ${what}  ${contentsOf(version)}${told}`;
}

const contentsOf = ({ items, heldOut }: DatasetVersion) => `${items} pictures, ${heldOut} held out`;

/** `mlmcsc dataset show`: the manifest itself. */
export const showDataset = (config: Config, digest: string): Promise<void> =>
  withProduct(config, async ({ datasets }) => {
    const { content } = await datasets.readManifest(digest);
    await pipeline(Readable.from(content, { objectMode: false }), process.stdout, { end: false });
  });

/** `mlmcsc dataset export`: the whole file, or none. */
export const exportDataset = (
  config: Config,
  digest: string,
  { out, format }: { readonly out: string; readonly format: ExportFormat },
): Promise<void> =>
  withProduct(config, async ({ datasets }) => {
    const file = createWriteStream(out, { flags: 'wx', mode: 0o600 });
    let isOurs = false;
    file.once('open', () => {
      isOurs = true;
    });
    try {
      const { version, content } = await datasets.exportDataset({ digest, format, username: operator });
      await pipeline(Readable.from(content, { objectMode: false }), file);
      process.stdout.write(`${version.items} pictures in ${out}\n`);
    } catch (error) {
      file.destroy();
      if (isOurs) await rm(out, { force: true });
      throw error;
    }
  });

/** `mlmcsc dataset verify`: in the installation, or an exported archive. @returns the exit code */
export async function verifyDatasetVersion(
  config: () => Promise<Config>,
  digest: string,
  { file }: { readonly file?: string | undefined },
): Promise<number> {
  const { pictures, faulty } =
    file === undefined
      ? await withProduct(await config(), async ({ dependencies }) =>
          verifyDataset(dependencies, await findDataset(dependencies, digest)),
        )
      : await verifyArchive(file, digest);
  process.stdout.write(
    faulty.length === 0
      ? `✓ manifest and ${pictures} pictures are as named\n`
      : `✗ ${faulty.length} of ${pictures} pictures are missing or damaged, e.g. ${faulty[0]}\n`,
  );
  return faulty.length === 0 ? exitCodes.ok : exitCodes.failed;
}

async function verifyArchive(file: string, digest: string) {
  await requireFile(file);
  const archive = await checkArchive(tarArchiver, createReadStream(file));
  if (archive.digest.startsWith(digest)) return { pictures: archive.items.length, faulty: archive.faulty };
  throw new CommandFailure(`The archive holds the dataset version ${archive.digest}.`);
}

async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(`${path} cannot be read (${error.code}).`, exitCodes.usage);
  });
  if (!found.isFile()) throw new CommandFailure(`${path} is no file.`, exitCodes.usage);
}

/** `mlmcsc dataset import`: an exported archive, as a whole or not at all. */
export async function importDatasetArchive(config: Config, file: string): Promise<void> {
  await requireFile(file);
  const outcome = await withProduct(config, ({ dependencies }) =>
    importDataset(dependencies, {
      open: () => createReadStream(file, { highWaterMark: 256 * 1024 }),
      by: operator,
      signal: new AbortController().signal,
    }),
  );
  const { digest, items, added, known, keptLocal } = outcome;
  process.stdout.write(`${digest}  ${items} pictures, ${added} labels added\n`);
  if (known > 0) process.stderr.write(`${known} labels were here already.\n`);
  if (keptLocal > 0) {
    process.stderr.write(`${keptLocal} pictures have labels of this installation, which stay as they are.\n`);
  }
}
