import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { failOnProblems, type LabelRow } from './parse-label-table.ts';

export interface LabelledFile {
  readonly label: LabelRow;
  /** Absolute path, proved to lie inside the folder of the pictures. */
  readonly path: string;
  /** The same of its picture of painted regions; null without one. */
  readonly regionsPath: string | null;
}

/** Finds the picture of every label, and its painted regions.
 * @param folder - the pictures' folder; a name or a symbolic link that leads out of it is refused
 * @throws CommandFailure (usage) naming every line whose picture is missing or outside
 */
export async function locateLabelledFiles(
  labels: readonly LabelRow[],
  folder: string,
  tableName: string,
): Promise<readonly LabelledFile[]> {
  const root = await realpath(folder).catch(() => {
    throw new CommandFailure(`The folder ${folder} (--images) does not exist.`, exitCodes.usage);
  });
  const problems: string[] = [];
  const located: LabelledFile[] = [];
  for (const label of labels) {
    const found = await locate(root, label.file);
    const painted = label.regions === null ? { path: null } : await locate(root, label.regions);
    if ('problem' in found) problems.push(`line ${label.line}: ${label.file} ${found.problem}`);
    if ('problem' in painted) problems.push(`line ${label.line}: ${label.regions} ${painted.problem}`);
    if ('path' in found && 'path' in painted)
      located.push({ label, path: found.path, regionsPath: painted.path });
  }
  failOnProblems(tableName, [...problems, ...contradictions(located)]);
  return located;
}

/** A picture may have many labels, but only one painting. */
function contradictions(located: readonly LabelledFile[]): string[] {
  const first = new Map<string, LabelledFile>();
  return located.flatMap((one) => {
    if (one.regionsPath === null) return [];
    const known = first.get(one.path) ?? one;
    first.set(one.path, known);
    return known.regionsPath === one.regionsPath
      ? []
      : [
          `line ${one.label.line}: ${one.label.file} has other regions on line ${known.label.line}; keep one of them`,
        ];
  });
}

async function locate(root: string, file: string): Promise<{ path: string } | { problem: string }> {
  if (isAbsolute(file) || !isInside(root, resolve(root, file)))
    return { problem: 'leads out of the folder given with --images' };
  try {
    const path = await realpath(join(root, file));
    return isInside(root, path)
      ? { path }
      : { problem: 'is a link that leads out of the folder given with --images' };
  } catch {
    return { problem: `does not exist in ${root}` };
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way.split(/[\\/]/)[0] !== '..' && !isAbsolute(way);
}
