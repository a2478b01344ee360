import { formatAuditLine } from '../audit/audit-link.ts';
import { type AuditVerdict, auditGenesis, verifyAuditTrail } from '../audit/verify-audit-trail.ts';
import { walkAuditTrail } from '../audit/walk-audit-trail.ts';
import type { AuditFilter, AuditRecord } from '../ports/audit.ts';
import type { Store } from '../ports/store.ts';
import type { UseCases } from './use-cases.ts';

const recordsPerRead = 500;

/** Reading, checking and taking away the audit trail. */
export function createAuditUseCases({
  store,
}: {
  readonly store: Store;
}): Pick<UseCases, 'listAudit' | 'auditHead' | 'verifyAudit' | 'exportAuditTrail' | 'exportAuditTable'> {
  const { audit } = store.rows;
  /** Checks under way: who asks for the same one shares it. */
  const underWay = new Map<string, Promise<AuditVerdict>>();
  return {
    listAudit: (filter, page) => audit.list(filter, page),
    auditHead: () => audit.head(),
    verifyAudit(expectedHash = '') {
      const expected = expectedHash === '' ? null : { hash: expectedHash };
      const running =
        underWay.get(expectedHash) ??
        verifyAuditTrail(walkAuditTrail(audit), expected).finally(() => underWay.delete(expectedHash));
      underWay.set(expectedHash, running);
      return running;
    },
    async *exportAuditTrail(username) {
      await recordExport(store, username, { format: 'ndjson' });
      for await (const link of walkAuditTrail(audit)) yield formatAuditLine(link);
    },
    async *exportAuditTable(filter, username) {
      const { actor, subjectId, ...impersonal } = filter;
      // Names of people never stand in details, only that somebody was asked for.
      await recordExport(store, username, {
        format: 'csv',
        ...JSON.parse(JSON.stringify(impersonal)),
        ...(actor === undefined ? {} : { of_person: true }),
        ...(subjectId === undefined ? {} : { of_subject: true }),
      });
      yield* walkRecords(store, filter);
    },
  };
}

/** Newest first, page by page. */
async function* walkRecords({ rows }: Store, filter: AuditFilter): AsyncGenerator<AuditRecord> {
  let cursor: string | undefined;
  do {
    const page = await rows.audit.list(filter, { cursor, limit: recordsPerRead });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

async function recordExport(
  { rows }: Store,
  username: string,
  details: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  const head = await rows.audit.head();
  await rows.audit.append({
    action: 'audit.exported',
    actor: username,
    details: { ...details, head_position: head?.position ?? 0, head_hash: head?.hash ?? auditGenesis },
  });
}
