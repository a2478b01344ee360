import { Table, Text } from '@mantine/core';
import type { AuditEntry } from '@mlmcsc/contracts';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { detailsText, wordsOf } from '../audit-text.ts';
import classes from './audit.module.css';

/** Entries in words; each opens to all that is kept of it. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <Table
      className={classes.table ?? ''}
      verticalSpacing={8}
      aria-label="Entries, newest first"
      data-testid="audit-table"
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={190}>When</Table.Th>
          <Table.Th>What</Table.Th>
          <Table.Th>About</Table.Th>
          <Table.Th>More</Table.Th>
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
  if (actor.name !== null) return actor.kind === 'api-key' ? `${actor.name} (API key)` : actor.name;
  if (actor.kind === 'system') return 'The system';
  return actor.person ?? 'Somebody';
}

function Evidence({ entry }: { entry: AuditEntry }) {
  const { actor } = entry;
  const rows = [
    ['Entry', String(entry.position)],
    ['Action', entry.action],
    ['Pseudonym', actor.person],
    ['Address', actor.address],
    ['API key', actor.api_key],
    ['Request', entry.request_id],
    ['Hash', entry.hash],
  ].filter(([, value]) => value !== null);
  return (
    <details className={classes.evidence}>
      <summary>Entry {entry.position}</summary>
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
