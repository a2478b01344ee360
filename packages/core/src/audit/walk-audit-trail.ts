import type { AuditRows } from '../ports/audit.ts';
import { type AuditLink, toAuditLink } from './audit-link.ts';

const entriesPerRead = 500;

/** All entries in order, page by page, up to the one that is newest when the walk begins. */
export async function* walkAuditTrail(
  audit: Pick<AuditRows, 'head' | 'sealedAfter'>,
): AsyncGenerator<AuditLink> {
  const head = await audit.head();
  let position = 0;
  while (head !== null && position < head.position) {
    const entries = await audit.sealedAfter(position, entriesPerRead);
    for (const entry of entries) {
      if (entry.position > head.position) return;
      yield toAuditLink(entry);
    }
    const last = entries.at(-1);
    if (last === undefined) return;
    position = last.position;
  }
}
