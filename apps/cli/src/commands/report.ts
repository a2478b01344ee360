import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fitTransitionCurve, type TransitionQuantity } from '@mlmcsc/charpy';
import { unprintableCharacters } from '@mlmcsc/contracts';
import {
  createReportUseCases,
  formatVerificationCode,
  type ReportStanding,
  type ReportState,
  type ReportUseCases,
  type ReportVerdict,
  reportStateOf,
  type Store,
  toDeepJsonNames,
} from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { identifyPerson, type PersonTold } from './identify-person.ts';
import { operator, seriesNamed } from './with-laboratory.ts';
import { withStore } from './with-store.ts';

const pageSize = 200;
const print = (line: string) => process.stdout.write(`${line}\n`);

const withReports = <T>(config: Config, work: (reports: ReportUseCases, store: Store) => Promise<T>) =>
  withStore(config, (store) =>
    work(
      createReportUseCases({
        ...{ store, clock: systemClock, ids: uuidV7 },
        curves: { fit: async (points, options) => fitTransitionCurve(points, options) },
      }),
      store,
    ),
  );

interface Told {
  readonly curve?: readonly TransitionQuantity[];
  readonly supersedes?: string;
  readonly reason?: string;
}

/** `mlmcsc report make`. @throws CommandFailure (usage) */
export function makeReport(config: Config, name: string, told: Told): Promise<void> {
  const { curve = [], supersedes, reason } = told;
  if ((supersedes === undefined) !== (reason === undefined)) {
    throw new CommandFailure('--supersedes and --reason belong together.', exitCodes.usage);
  }
  return withReports(config, async (reports, store) => {
    const made = await reports.draft({
      seriesId: (await seriesNamed(store, name)).id,
      curves: curve.map((property) => ({ property })),
      supersedes: supersedes === undefined || reason === undefined ? null : { reportId: supersedes, reason },
      by: operator,
    });
    print(lineOf(made));
    const { document } = await reports.read(made.report.id);
    const codes = unprintableCharacters(document);
    if (codes.length > 0) {
      process.stderr.write(`On paper these letters stand as their codes: ${codes.join(', ')}\n`);
    }
  });
}

/** `mlmcsc report list`: of one series, or of all. */
export const listReports = (
  config: Config,
  name: string | undefined,
  { json = false, state }: { readonly json?: boolean; readonly state?: ReportState },
) =>
  withReports(config, async (reports, store) => {
    const id = name === undefined ? null : (await seriesNamed(store, name)).id;
    let cursor: string | undefined;
    do {
      const page =
        id === null
          ? await reports.list({ state }, { cursor, limit: pageSize })
          : await reports.ofSeries(id, { cursor, limit: pageSize });
      const wanted = page.items.filter((one) => state === undefined || reportStateOf(one) === state);
      for (const one of wanted) print(json ? JSON.stringify(toDeepJsonNames(one)) : lineOf(one));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  });

/** `mlmcsc report sign`: by somebody who gives their password once more. @throws CommandFailure; DomainError as the API */
export async function signReport(
  config: Config,
  id: string,
  { statement, digest, ...person }: PersonTold & { readonly statement: string; readonly digest?: string },
): Promise<void> {
  const { username, method } = await identifyPerson(config, person, 'reviewer');
  await withReports(config, async (reports) => {
    const wish = {
      ...{ id, digest: digest ?? (await reports.read(id)).report.digest },
      ...{ statement: statement.trim(), by: username },
    };
    await reports.assertSignable(wish);
    print(lineOf(await reports.sign(wish, method)));
  });
}

/** `mlmcsc report discard`. */
export const discardReport = (config: Config, id: string, { reason }: { readonly reason: string }) =>
  withReports(config, async (reports) => {
    if (reason.trim() === '') throw new CommandFailure('Say why: --reason.', exitCodes.usage);
    print(lineOf(await reports.discard(id, reason.trim(), operator)));
  });

/** `mlmcsc report show`: the document, byte for byte. */
export const showReport = (config: Config, id: string): Promise<void> =>
  withReports(config, async (reports) => {
    process.stdout.write((await reports.document(id)).text);
  });

const sentences: Readonly<Record<ReportVerdict['verdict'], string>> = {
  valid: 'signed and valid',
  superseded: 'signed, but superseded',
  unknown: 'no signature has this code',
  'digest-differs': 'the file is not the document that was signed',
  altered: 'what is stored is not what was signed',
};

/** `mlmcsc report verify`. @returns the exit code: 1 for everything but a valid report */
export const verifyReport = (config: Config, code: string, { file }: { file?: string }): Promise<number> =>
  withReports(config, async (reports) => {
    const digest = file === undefined ? null : await digestOfFile(file);
    const { verdict, standing } = await reports.verify(code, digest);
    print(sentences[verdict]);
    if (standing !== null) print(lineOf(standing));
    return verdict === 'valid' ? exitCodes.ok : exitCodes.failed;
  });

/** @throws CommandFailure */
async function digestOfFile(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: Error) => {
    throw new CommandFailure(`${path} cannot be read: ${error.message}`);
  });
  return createHash('sha256').update(bytes).digest('hex');
}

function lineOf({ report, signature, supersededBy, discard }: ReportStanding): string {
  const state =
    signature === null
      ? discard === null
        ? 'draft'
        : `discarded by ${discard.discardedBy} ${discard.discardedAt.toISOString()}: ${discard.reason}`
      : `signed by ${signature.signedBy} ${signature.signedAt.toISOString()} ${formatVerificationCode(signature.verificationCode)}`;
  const successor = supersededBy === null ? '' : `  superseded by version ${supersededBy.version}`;
  return `${report.id}  ${report.number}-${report.version}  ${report.digest}  ${state}${successor}`;
}
