import { Table, Text } from '@mantine/core';
import type { AuditEntry } from '@mlmcsc/contracts';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { detailsText, wordsOf } from '../audit-text.ts';
import { text } from '../texts/text.ts';
import classes from './audit.module.css';

/** Entries in words; each opens to all that is kept of it. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <Table
      className={classes.table ?? ''}
      verticalSpacing={8}
      aria-label={text.entriesNewestFirst}
      data-testid="audit-table"
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={190}>{text.when}</Table.Th>
          <Table.Th>{text.what}</Table.Th>
          <Table.Th>{text.about}</Table.Th>
          <Table.Th>{text.more}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.position} data-testid="audit-row" data-action={entry.action}>
            <Table.Td>
              <Text size="sm" className="numeric">
                {formatInstant(entry.at)}
              </Text>
            </Table.Td>
            <Table.Td>
              <Text size="sm">
                <strong>{actorText(entry)}</strong> {wordsOf(entry.action)}
              </Text>
              <Text size="xs" c="dimmed" className={classes.wrap ?? ''}>
                {detailsText(entry.details)}
              </Text>
            </Table.Td>
            <Table.Td>
              <Text size="sm" className={classes.wrap ?? ''}>
                {entry.subject === null
                  ? '–'
                  : `${entry.subject.kind} ${entry.subject.name ?? entry.subject.id}`}
              </Text>
            </Table.Td>
            <Table.Td>
              <Evidence entry={entry} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function actorText({ actor }: AuditEntry): string {
  if (actor.name !== null)
    return actor.kind === 'api-key' ? fill(text.apiKey, { name: actor.name }) : actor.name;
  if (actor.kind === 'system') return text.theSystem;
  return actor.person ?? text.somebody;
}

function Evidence({ entry }: { entry: AuditEntry }) {
  const { actor } = entry;
  const rows = [
    [text.entry, String(entry.position)],
    [text.action, entry.action],
    [text.pseudonym, actor.person],
    [text.address, actor.address],
    [text.apiKey2, actor.api_key],
    [text.request, entry.request_id],
    [text.hash, entry.hash],
  ].filter(([, value]) => value !== null);
  return (
    <details className={classes.evidence}>
      <summary>{fill(text.entry2, { position: entry.position })}</summary>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
