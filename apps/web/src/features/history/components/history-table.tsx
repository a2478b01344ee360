import { Badge, Group, Table, Text } from '@mantine/core';
import type { HistoryItem } from '@mlmcsc/contracts';
import { IconCircleCheckFilled, IconPencilCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatHalfWidth, formatPercent } from '../../../shared/format/format-value.ts';
import { removedText } from '../../../shared/format/removed-text.ts';
import { fill } from '../../../shared/language/fill.ts';
import { IntervalBar } from '../../../shared/ui/interval-bar.tsx';
import { StatusBadge } from '../../../shared/ui/status-badge.tsx';
import { Thumbnail } from '../../../shared/ui/thumbnail.tsx';
import { text } from '../texts/text.ts';
import classes from './history-table.module.css';

/** What was measured, newest first; a row opens the picture. */
export function HistoryTable({ items, isStale }: { items: readonly HistoryItem[]; isStale: boolean }) {
  return (
    <Table
      className={`${classes.table} ${isStale ? classes.stale : ''}`}
      verticalSpacing={8}
      highlightOnHover
      data-testid="history-table"
      aria-label={text.analysesNewestFirst}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={86}>{text.picture}</Table.Th>
          <Table.Th>{text.fileSpecimen}</Table.Th>
          <Table.Th>{text.time}</Table.Th>
          <Table.Th className={classes.shear}>{text.percentShear}</Table.Th>
          <Table.Th>{text.reading}</Table.Th>
          <Table.Th>{text.technician}</Table.Th>
          <Table.Th>{text.model}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <HistoryRow key={item.analysis.id} item={item} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function HistoryRow({ item: { analysis, image } }: { item: HistoryItem }) {
  const { label } = analysis;
  return (
    <Table.Tr data-testid="history-row" data-analysis-id={analysis.id} data-status={analysis.status}>
      <Table.Td>
        <Thumbnail imageId={image.id} size={52} removedText={removedText(image)} />
      </Table.Td>
      <Table.Td>
        <Link to="/analyses/$id" params={{ id: analysis.id }} className={classes.link ?? ''}>
          {image.file_name}
        </Link>
        {(image.specimen !== null || image.heat !== null) && (
          <Group gap={6} mt={2}>
            {image.specimen !== null && (
              <Text size="sm" c="dimmed">
                {image.specimen}
              </Text>
            )}
            {image.heat !== null && (
              <Badge variant="default" size="sm" tt="none" fw={500}>
                {fill(text.heat, { heat: image.heat })}
              </Badge>
            )}
          </Group>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" className="numeric">
          {formatInstant(analysis.created_at)}
        </Text>
      </Table.Td>
      <Table.Td className={classes.shear}>
        {analysis.shear_percent === null ? (
          <StatusBadge status={analysis.status} />
        ) : (
          <>
            <Group gap={6} align="baseline" className="numeric" wrap="nowrap">
              <Text fw={600}>{formatPercent(analysis.shear_percent)}</Text>
              <Text size="sm" c="dimmed">
                {formatHalfWidth(analysis.lower, analysis.upper)}
              </Text>
            </Group>
            <div className={classes.bar}>
              <IntervalBar
                isCompact
                shearPercent={analysis.shear_percent}
                lower={analysis.lower}
                upper={analysis.upper}
              />
            </div>
          </>
        )}
      </Table.Td>
      <Table.Td data-empty={label === null || undefined}>
        {label === null ? (
          <Text size="sm" c="dimmed">
            –
          </Text>
        ) : (
          <Group gap={6} wrap="nowrap" className="numeric" justify="flex-start">
            {label.decision === 'accepted' ? (
              <IconCircleCheckFilled
                size={18}
                color="var(--mantine-color-teal-6)"
                aria-label={text.accepted}
              />
            ) : (
              <IconPencilCheck size={18} color="var(--label-color)" aria-label={text.corrected} />
            )}
            <Text fw={600}>{formatPercent(label.shear_percent)}</Text>
          </Group>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{label?.technician ?? analysis.analysed_by}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {analysis.model.version}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
