import { writeFile } from 'node:fs/promises';
import { auditActions } from '@mlmcsc/core';

/** Writes docs/reference/audit-actions.md from the table of what is recorded. */
const target = new URL('../../../docs/reference/audit-actions.md', import.meta.url);

const rows = Object.entries(auditActions)
  .sort(([left], [right]) => (left < right ? -1 : 1))
  .map(
    ([name, { meaning, subject, details }]) =>
      `| \`${name}\` | ${meaning} | ${subject ?? '–'} | ${details} |`,
  );

await writeFile(
  target,
  `# What the audit trail records

One entry for each of these, in the transaction that does it: done and recorded, or neither. *Subject* is what the entry is about; the
identifier of a user is a pseudonym. *Details* never hold names or addresses; those stand beside the entry, where they can be erased
([how it works](../explanation/records-an-auditor-trusts.md)).

Generated from the table in \`packages/core/src/audit/audit-actions.ts\`; a name that is not in it cannot be recorded.

| action | meaning | subject | details |
|---|---|---|---|
${rows.join('\n')}
`,
);
