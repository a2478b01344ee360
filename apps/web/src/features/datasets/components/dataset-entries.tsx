import { Badge, Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import type { DatasetEntry } from '@mlmcsc/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatPercent, NO_VALUE } from '../../../shared/format/format-value.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { datasetEntriesQuery } from '../api/dataset-requests.ts';
import { text } from '../texts/text.ts';
import classes from './datasets.module.css';

/** The labelled pictures of a version, in the order of learning. */
export function DatasetEntries({ digest }: { digest: string }) {
  const query = useInfiniteQuery(datasetEntriesQuery(digest));
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Paper withBorder component="section" aria-label={text.pictures}>
      <Title order={2} size="h4" p="md" pb="xs">
        {text.pictures}
      </Title>
      {query.isPending && <LoadingState label={text.loadingThePictures} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {entries.length > 0 && (
        // Scrolled sideways on narrow screens, also by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
        <section className={classes.entries} tabIndex={0} aria-label={text.tableOfPictures}>
          <Table verticalSpacing={8} miw={640} data-testid="dataset-entries">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{text.picture}</Table.Th>
                <Table.Th ta="right">{text.percentShear}</Table.Th>
                <Table.Th>{text.labelled}</Table.Th>
                <Table.Th>{text.side}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry) => (
                <EntryRow key={entry.sha256} entry={entry} />
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      {query.hasNextPage && (
        <Group justify="center" p="md">
          <Button
            variant="default"
            h={44}
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {text.showMorePictures}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

function EntryRow({ entry }: { entry: DatasetEntry }) {
  const about = [entry.heat, entry.specimen].filter((text) => text !== null).join(' · ');
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm">{entry.file_name ?? entry.sha256.slice(0, 12)}</Text>
        <Text size="sm" c="dimmed">
          {about === '' ? entry.sha256.slice(0, 12) : about}
        </Text>
      </Table.Td>
      <Table.Td ta="right" className="numeric">
        {formatPercent(entry.shear_percent)}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{entry.decision === 'accepted' ? text.accepted : text.corrected}</Text>
        <Text size="sm" c="dimmed">
          {entry.labelled_at === null ? NO_VALUE : formatInstant(entry.labelled_at)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <Badge variant="light" color={entry.held_out ? 'orange' : 'teal'} radius="sm" tt="none">
            {entry.held_out ? text.heldOut : text.teaches}
          </Badge>
          {entry.regions !== null && (
            <Badge variant="light" color="petrol" radius="sm" tt="none">
              {text.painted}
            </Badge>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
