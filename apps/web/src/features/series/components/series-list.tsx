import { Badge, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Series } from '@mlmcsc/contracts';
import { IconFileCertificate, IconSearch, IconTestPipe } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { seriesListQuery } from '../api/series-requests.ts';
import { NewSeriesForm } from './new-series-form.tsx';
import classes from './series.module.css';

/** Series of specimens, newest first. */
export function SeriesList() {
  const [text, setText] = useState('');
  const [sought] = useDebouncedValue(text.trim(), 250);
  const list = useInfiniteQuery(seriesListQuery(sought));
  const role = useSignedInUser()?.role ?? 'viewer';
  const all = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeader
        title="Series"
        description="Specimens that are tested and reported together"
        actions={
          <Button
            variant="default"
            h={44}
            leftSection={<IconFileCertificate size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/reports" {...props} />}
          >
            Reports
          </Button>
        }
      />
      <Stack gap="md">
        {roleAtLeast(role, 'technician') && <NewSeriesForm />}
        <TextInput
          label="Search"
          type="search"
          placeholder="Series, client or project"
          leftSection={<IconSearch size={18} aria-hidden />}
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          styles={{ input: { height: 44 } }}
        />
        {list.isPending && <LoadingState label="Loading the series…" />}
        {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && all.length === 0 && (
          <Paper withBorder>
            <EmptyState
              icon={<IconTestPipe size={28} />}
              title={sought === '' ? 'No series yet' : 'Nothing found'}
            >
              {sought === ''
                ? 'A series holds the bars of one order: their temperatures, energies and percent shear, the verdict and the transition curve.'
                : 'No series, client or project holds this text.'}
            </EmptyState>
          </Paper>
        )}
        {all.length > 0 && (
          <ul className={classes.list} data-testid="series-list">
            {all.map((series) => (
              <SeriesRow key={series.id} series={series} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <Group justify="center">
            <Button
              variant="default"
              h={44}
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              Show older series
            </Button>
          </Group>
        )}
      </Stack>
    </>
  );
}

function SeriesRow({ series }: { series: Series }) {
  const { client, project, standard, status } = series;
  return (
    <li className={classes.row} data-testid="series-row">
      <Group gap="xs">
        <Link to="/series/$id" params={{ id: series.id }} className={classes.link ?? ''}>
          {series.name}
        </Link>
        {status === 'closed' && (
          <Badge variant="light" color="gray" radius="sm" tt="none">
            Closed
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {[client, project].filter((one) => one !== null).join(' · ')}
      </Text>
      <Text size="sm" c="dimmed">
        {standard} · {formatInstant(series.created_at)}
      </Text>
    </li>
  );
}
