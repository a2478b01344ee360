import { createHash } from 'node:crypto';
import type { AuditHead, SealedPersonal } from '../ports/audit.ts';
import type { AuditLink } from './audit-link.ts';

/** What a chain begins with. */
export const auditGenesis = '0'.repeat(64);

export interface AuditVerdict {
  readonly entries: number;
  /** Entries whose names or addresses were erased. */
  readonly erased: number;
  readonly head: AuditHead | null;
  /** The first place where the trail is not what was written, or null when all of it is. */
  readonly broken: { readonly position: number; readonly reason: string } | null;
}

/** Walks the chain from its beginning and recomputes every hash; holds one entry at a time.
 * @param entries - in the order of their positions
 * @param expected - a head kept elsewhere: it must still be part of the chain, else the end was cut off or all was rewritten
 */
export async function verifyAuditTrail(
  entries: AsyncIterable<AuditLink>,
  expected: AuditHead | { readonly hash: string } | null = null,
): Promise<AuditVerdict> {
  let head: AuditHead | null = null;
  let count = 0;
  let erased = 0;
  let seen = expected === null;
  const broken = (position: number, reason: string): AuditVerdict => ({
    ...{ entries: count, erased, head },
    broken: { position, reason },
  });
  for await (const entry of entries) {
    const position: number = (head?.position ?? 0) + 1;
    if (entry.position !== position) {
      const reason = entry.position > position ? 'the entry is missing' : 'a position appears twice';
      return broken(position, reason);
    }
    if (entry.prevHash !== (head?.hash ?? auditGenesis)) {
      return broken(position, 'the entry does not follow the one before it');
    }
    if (entry.hash !== auditHashOf(entry)) return broken(position, 'the entry was changed');
    for (const part of ['actor', 'subject'] as const) {
      const digest = entry[`${part}Digest`];
      const personal = entry[`${part}Personal`];
      if (digest === null && personal === null) continue;
      if (personal === null) erased += 1;
      else if (digest !== digestOfPersonal(personal))
        return broken(position, `the ${part}'s name or address was changed`);
    }
    if (expected !== null && expected.hash === entry.hash) {
      seen = !('position' in expected) || expected.position === entry.position;
    }
    count += 1;
    head = { position: entry.position, hash: entry.hash };
  }
  if (!seen) {
    const position = (head?.position ?? 0) + 1;
    return broken(
      expected !== null && 'position' in expected ? Math.min(expected.position, position) : position,
      'the expected head is not in the trail: its end was cut off, or it was written anew',
    );
  }
  return { entries: count, erased, head, broken: null };
}

/** SHA-256 over the previous hash, a line feed and the canonical form. */
function auditHashOf({ prevHash, canonical }: AuditLink): string {
  return sha256Hex(`${prevHash}\n${canonical}`);
}

function digestOfPersonal({ nonce, text }: SealedPersonal): string {
  return sha256Hex(`${nonce}\n${text}`);
}

function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
