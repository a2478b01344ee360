import { Table } from '@mantine/core';
import type { Operations } from '@mlmcsc/contracts';
import type { ReactNode } from 'react';
import { formatAgo } from '../../../shared/format/format-time.ts';
import { formatDuration, NO_VALUE } from '../../../shared/format/format-value.ts';
import { fill, fillCount } from '../../../shared/language/fill.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { laneTitle } from '../operations-text.ts';
import { text } from '../texts/text.ts';
import classes from './operations.module.css';

/** What waits, runs and is dead, by lane, and then the jobs themselves. */
export function QueuePanel({ operations, children }: { operations: Operations; children: ReactNode }) {
  const { at, jobs, workers } = operations;
  const ago = formatAgo(workers.last_seen_at, at);
  const gone = workers.last_seen_at === null ? text.noWorker : fill(text.noWorkerSince, { ago });
  const seen = workers.lanes === 0 ? gone : fillCount(text.workersServe, workers.lanes, { ago });
  return (
    <Section title={text.work} description={seen}>
      <Table
        className={classes.lanes ?? ''}
        verticalSpacing={6}
        aria-label={text.jobsByLane}
        data-testid="lanes"
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.lane}</Table.Th>
            <Table.Th ta="end">{text.waiting}</Table.Th>
            <Table.Th ta="end">{text.oldest}</Table.Th>
            <Table.Th ta="end">{text.running}</Table.Th>
            <Table.Th ta="end">{text.dead}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="numeric">
          {jobs.lanes.map(({ lane, waiting, running, dead, oldest_waiting_seconds: oldest }) => (
            <Table.Tr key={lane} data-lane={lane}>
              <Table.Th scope="row" fw={400}>
                {laneTitle(lane)}
              </Table.Th>
              <Table.Td ta="end">{waiting}</Table.Td>
              <Table.Td ta="end">{oldest === null ? NO_VALUE : formatDuration(1000 * oldest)}</Table.Td>
              <Table.Td ta="end">{running}</Table.Td>
              <Table.Td ta="end">{dead}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {children}
    </Section>
  );
}
