import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import {
  type AuditFilter,
  type AuditLink,
  type AuditVerdict,
  auditGenesis,
  formatAuditLine,
  parseAuditLine,
  verifyAuditTrail,
  walkAuditTrail,
} from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { withStore } from './with-store.ts';

export interface VerifyAuditOptions {
  /** Hash of a head kept elsewhere. */
  readonly expectHead?: string | undefined;
  /** An exported trail instead of the installation's. */
  readonly file?: string | undefined;
}

/** `mlmcsc audit verify`: recomputes the chain. @returns the exit code */
export async function verifyAudit(
  config: () => Promise<Config>,
  options: VerifyAuditOptions,
): Promise<number> {
  const expected = options.expectHead === undefined ? null : { hash: options.expectHead };
  const verdict =
    options.file === undefined
      ? await withStore(await config(), ({ rows }) => verifyAuditTrail(walkAuditTrail(rows.audit), expected))
      : await verifyAuditTrail(readExport(options.file), expected);
  process.stdout.write(`${describeVerdict(verdict, expected !== null)}\n`);
  return verdict.broken === null ? exitCodes.ok : exitCodes.failed;
}

export function describeVerdict(
  { entries, erased, head, broken }: AuditVerdict,
  isAnchored: boolean,
): string {
  if (broken !== null) {
    return `✗ broken at position ${broken.position}: ${broken.reason}. The ${entries} entries before it are as they were written.`;
  }
  if (head === null) return '✓ the audit trail is empty';
  const anchored = isAnchored ? ', the expected head among them' : '';
  const gone = erased === 0 ? '' : `; ${erased} names erased`;
  return `✓ ${entries} entries, unbroken${anchored}${gone}\nhead ${head.hash} at position ${head.position}`;
}

/** `mlmcsc audit head`: what to keep elsewhere. */
export async function printAuditHead(config: Config): Promise<void> {
  const head = await withStore(config, ({ rows }) => rows.audit.head());
  process.stdout.write(`${head?.hash ?? auditGenesis} ${head?.position ?? 0}\n`);
}

/** `mlmcsc audit list`: newest first, one line each. */
export async function listAudit(
  config: Config,
  filter: AuditFilter,
  { limit, json }: { readonly limit: number; readonly json?: boolean },
): Promise<void> {
  const { items } = await withStore(config, ({ rows }) => rows.audit.list(filter, { limit }));
  for (const record of items) {
    if (json === true) {
      process.stdout.write(`${JSON.stringify(record)}\n`);
      continue;
    }
    const who = record.actorName ?? record.actor ?? record.actorKind;
    const what =
      record.subjectKind === null ? '' : `${record.subjectKind} ${record.subjectName ?? record.subjectId}`;
    process.stdout.write(
      `${String(record.position).padStart(6)}  ${record.at.toISOString()}  ${who.padEnd(12)}  ${record.action.padEnd(20)}  ${what}  ${JSON.stringify(record.details)}\n`,
    );
  }
}

/** `mlmcsc audit export`: the whole trail, one line an entry, so that anybody can check it without this program. */
export async function exportAudit(
  config: Config,
  { out }: { readonly out?: string | undefined },
): Promise<void> {
  const file = out === undefined ? null : createWriteStream(out, { flags: 'wx', mode: 0o600 });
  const target = file ?? process.stdout;
  const written = await withStore(config, async ({ rows }) => {
    const head = await rows.audit.head();
    let entries = 0;
    for await (const link of walkAuditTrail(rows.audit)) {
      entries += 1;
      if (!target.write(`${formatAuditLine(link)}\n`)) await once(target, 'drain');
    }
    if (file !== null) await finished(file.end());
    await rows.audit.append({
      action: 'audit.exported',
      actor: 'system',
      details: { entries, head_position: head?.position ?? 0, head_hash: head?.hash ?? auditGenesis },
    });
    return { entries, head };
  });
  process.stderr.write(`${written.entries} entries, head ${written.head?.hash ?? auditGenesis}\n`);
}

async function* readExport(path: string): AsyncGenerator<AuditLink> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    try {
      yield parseAuditLine(line);
    } catch (cause) {
      throw new CommandFailure(
        `${path}, line ${number}: not a line of an exported audit trail.`,
        exitCodes.failed,
        {
          cause,
        },
      );
    }
  }
}
