import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';

/** Names that are taken from folders; a file that is named itself is taken whatever it is called. */
const PICTURE_EXTENSIONS = new Set(['.jpg', '.jpeg', '.png', '.tif', '.tiff', '.webp', '.bmp']);

/** Lists the pictures behind files and folders, in the order given; folders are searched to the bottom, by name.
 * @throws CommandFailure (usage) when a path does not exist or no picture is found
 */
export async function listPictureFiles(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found === null) throw new CommandFailure(`${path} does not exist.`, exitCodes.usage);
    if (found.isDirectory()) await collect(path, files);
    else files.push(path);
  }
  if (files.length === 0) {
    const known = [...PICTURE_EXTENSIONS].join(' ');
    throw new CommandFailure(`No pictures (${known}) in ${paths.join(', ')}.`, exitCodes.usage);
  }
  return files;
}

async function collect(folder: string, files: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await collect(path, files);
    else if (entry.isFile() && PICTURE_EXTENSIONS.has(extname(entry.name).toLowerCase())) files.push(path);
  }
}
