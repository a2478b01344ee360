import type { SealedAuditEntry, SealedPersonal } from '../ports/audit.ts';

/** One link of the chain: what is hashed, what was promised, and the erasable parts that are still there. */
export interface AuditLink {
  readonly position: number;
  /** What is hashed after the previous hash and a line feed. */
  readonly canonical: string;
  readonly prevHash: string;
  readonly hash: string;
  readonly actorDigest: string | null;
  readonly subjectDigest: string | null;
  readonly actorPersonal: SealedPersonal | null;
  readonly subjectPersonal: SealedPersonal | null;
}

/** One line of JSON with the keys in a fixed order; `audit_canonical` in the database makes the same. */
function canonicalOf(entry: SealedAuditEntry): string {
  const fields: readonly (readonly [string, string])[] = [
    ['position', String(entry.position)],
    ['at', JSON.stringify(entry.at.toISOString())],
    ['action', JSON.stringify(entry.action)],
    ['actor_kind', JSON.stringify(entry.actorKind)],
    ['actor', JSON.stringify(entry.actor)],
    ['actor_key', JSON.stringify(entry.actorKey)],
    ['subject_kind', JSON.stringify(entry.subjectKind)],
    ['subject_id', JSON.stringify(entry.subjectId)],
    ['request_id', JSON.stringify(entry.requestId)],
    ['details', entry.detailsText],
    ['actor_digest', JSON.stringify(entry.actorDigest)],
    ['subject_digest', JSON.stringify(entry.subjectDigest)],
  ];
  return `{${fields.map(([name, value]) => `"${name}":${value}`).join(',')}}`;
}

export function toAuditLink(entry: SealedAuditEntry): AuditLink {
  const { position, prevHash, hash, actorDigest, subjectDigest, actorPersonal, subjectPersonal } = entry;
  return {
    ...{ position, prevHash, hash, actorDigest, subjectDigest, actorPersonal, subjectPersonal },
    canonical: canonicalOf(entry),
  };
}

/** A link as one line of an exported trail: JSON whose last member, `entry`, is the canonical form, byte for byte. */
export function formatAuditLine(link: AuditLink): string {
  const head = JSON.stringify({
    hash: link.hash,
    prev_hash: link.prevHash,
    actor: link.actorPersonal,
    subject: link.subjectPersonal,
  });
  return `${head.slice(0, -1)}${entryMember}${link.canonical}}`;
}

const entryMember = ',"entry":';

/** @throws SyntaxError for a line that is none of an exported trail */
export function parseAuditLine(line: string): AuditLink {
  // Within a JSON string the quotes would be escaped, so the first match is the member itself.
  const start = line.indexOf(entryMember);
  if (start < 0) throw new SyntaxError('not a line of an exported audit trail');
  const head = JSON.parse(`${line.slice(0, start)}}`);
  const canonical = line.slice(start + entryMember.length, -1);
  const entry = JSON.parse(canonical);
  return {
    position: Number(entry.position),
    canonical,
    prevHash: String(head.prev_hash),
    hash: String(head.hash),
    actorDigest: entry.actor_digest ?? null,
    subjectDigest: entry.subject_digest ?? null,
    actorPersonal: head.actor ?? null,
    subjectPersonal: head.subject ?? null,
  };
}
