import { Progress, Table, Text } from '@mantine/core';
import type { Operations } from '@mlmcsc/contracts';
import { formatAgo } from '../../../shared/format/format-time.ts';
import { formatBytes, formatNumber, NO_VALUE } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { storedKindTitle } from '../operations-text.ts';
import { text } from '../texts/text.ts';
import { Facts } from './facts.tsx';

/** What the installation takes, and what is left. */
export function StoragePanel({ at, storage }: Pick<Operations, 'at' | 'storage'>) {
  const { database_bytes, disk, objects } = storage;
  const kinds = objects?.kinds.filter((kind) => kind.objects > 0) ?? [];
  return (
    <Section title={text.storage}>
      <Facts
        facts={[
          [text.database, formatBytes(database_bytes)],
          [text.disk, disk === null ? text.inBucket : <DiskUse key="disk" disk={disk} />],
        ]}
      />
      {objects === null && <Text size="sm">{text.notCounted}</Text>}
      {objects !== null && kinds.length === 0 && (
        <Text size="sm">{fill(text.noObjects, { ago: formatAgo(objects.counted_at, at) })}</Text>
      )}
      {objects !== null && kinds.length > 0 && (
        <Table verticalSpacing={4} data-testid="stored">
          <Table.Caption>{fill(text.countedBy, { ago: formatAgo(objects.counted_at, at) })}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.objectKind}</Table.Th>
              <Table.Th ta="end">{text.number}</Table.Th>
              <Table.Th ta="end">{text.size}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="numeric">
            {kinds.map(({ kind, objects: count, bytes }) => (
              <Table.Tr key={kind}>
                <Table.Th scope="row" fw={400}>
                  {storedKindTitle(kind)}
                </Table.Th>
                <Table.Td ta="end">{formatNumber(count, 0)}</Table.Td>
                <Table.Td ta="end">{bytes === null ? NO_VALUE : formatBytes(bytes)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

function DiskUse({ disk }: { disk: NonNullable<Operations['storage']['disk']> }) {
  const { free_bytes, total_bytes } = disk;
  const used = total_bytes === 0 ? 0 : 1 - free_bytes / total_bytes;
  return (
    <>
      {fill(text.freeOf, { free: formatBytes(free_bytes), total: formatBytes(total_bytes) })}
      <Progress
        value={100 * used}
        color={used > 0.98 ? 'red' : used > 0.9 ? 'orange' : 'petrol'}
        mt={4}
        aria-label={text.diskUsed}
      />
    </>
  );
}
