import {
  checkObjects,
  type ListedObject,
  type ObjectStore,
  objectKeyOf,
  removeUnreferenced,
  type Store,
  verifyAuditTrail,
  walkAuditTrail,
} from '@mlmcsc/core';
import { decodeModel } from '@mlmcsc/learning';
import { pendingMigrations } from '@mlmcsc/platform/postgres';
import { systemClock } from '@mlmcsc/platform/system';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';

export interface RecordCheckOptions {
  /** Read every object and compare it with its name. */
  readonly contents?: boolean | undefined;
  readonly fixOrphans?: boolean | undefined;
  /** Younger objects are not judged. */
  readonly graceHours: number;
}

/** Harmless, but worth a word and an exit code of its own. */
export class Leftovers extends CommandFailure {
  constructor(message: string) {
    super(message, exitCodes.leftovers);
  }
}

const hourMs = 60 * 60_000;

export async function checkSchema(url: string): Promise<string> {
  const pending = await pendingMigrations(url);
  if (pending.length > 0)
    throw new CommandFailure(`not up to date, mlmcsc migrate applies: ${pending.join(', ')}`);
  return 'up to date';
}

export async function checkAuditTrail({ rows }: Store): Promise<string> {
  const { broken, entries, head } = await verifyAuditTrail(walkAuditTrail(rows.audit));
  if (broken !== null) throw new CommandFailure(`broken at position ${broken.position}: ${broken.reason}`);
  return head === null ? 'empty' : `${entries} entries, unbroken, head ${head.hash.slice(0, 12)}…`;
}

export async function checkChampion({ rows }: Store, objects: ObjectStore): Promise<string> {
  const champion = await rows.models.champion();
  if (champion === null) return 'none yet; the server installs the one that ships';
  decodeModel(await objects.get(objectKeyOf(champion.digest)));
  return `${champion.version} can be read`;
}

export async function checkQueue({ rows }: Store): Promise<string> {
  const figures = await rows.jobs.statistics(new Date());
  const sum = (of: 'queued' | 'retrying' | 'running' | 'dead') =>
    figures.reduce((total, one) => total + one[of], 0);
  const waiting = figures.flatMap(({ waitingSince }) =>
    waitingSince === null ? [] : [waitingSince.getTime()],
  );
  const oldest = waiting.length === 0 ? 0 : (Date.now() - Math.min(...waiting)) / 1000;
  const told = `${sum('queued')} waiting (the longest for ${oldest.toFixed(0)} s), ${sum('running')} running, ${sum('retrying')} tried again`;
  if (sum('dead') > 0)
    throw new CommandFailure(`${sum('dead')} dead jobs; run them again or discard them (${told})`);
  return told;
}

/** Rows without objects, objects without rows, contents that differ. */
export async function checkIntegrity(
  store: Store,
  objects: ObjectStore,
  { contents, fixOrphans, graceHours }: RecordCheckOptions,
): Promise<string> {
  const remove = async (orphans: readonly ListedObject[]) => {
    const keys = orphans.map(({ key }) => key);
    return (await removeUnreferenced({ store, objects, clock: systemClock }, keys)).objects;
  };
  const found = await checkObjects(
    { store, objects },
    {
      orphansBefore: new Date(Date.now() - graceHours * hourMs),
      readContents: contents,
      onOrphans: fixOrphans === true ? remove : undefined,
    },
  );
  const { missing, damaged, orphans, examples } = found;
  const wrong = [
    ...(missing > 0 ? [`${missing} rows without their object, e.g. ${examples.missing[0]}`] : []),
    ...((damaged ?? 0) > 0
      ? [`${damaged} objects whose content is not theirs, e.g. ${examples.damaged[0]}`]
      : []),
  ];
  if (wrong.length > 0) throw new CommandFailure(`${wrong.join('; ')}. Restore them from a backup.`);
  const left = orphans - found.removedOrphans;
  if (left > 0) {
    throw new Leftovers(
      `${left} objects that no row refers to (${megabytes(found.orphanBytes)}), e.g. ${examples.orphans[0]}; --fix-orphans removes them`,
    );
  }
  const read = damaged === null ? '' : ', all contents as named';
  const young = found.young === 0 ? '' : `, ${found.young} too young to be judged`;
  const removed = found.removedOrphans === 0 ? '' : `, ${found.removedOrphans} unused ones removed`;
  return `${found.objects} objects (${megabytes(found.bytes)}), ${found.references} references, nothing missing${read}${young}${removed}`;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
