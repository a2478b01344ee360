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
import { text } from '../texts/text.ts';
import { NewSeriesForm } from './new-series-form.tsx';
import classes from './series.module.css';

/** Series of specimens, newest first. */
export function SeriesList() {
  const [typed, setTyped] = useState('');
  const [sought] = useDebouncedValue(typed.trim(), 250);
  const list = useInfiniteQuery(seriesListQuery(sought));
  const role = useSignedInUser()?.role ?? 'viewer';
  const all = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeader
        title={text.series}
        description={text.specimensThatAreTested}
        actions={
          <Button
            variant="default"
            h={44}
            leftSection={<IconFileCertificate size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/reports" {...props} />}
          >
            {text.reports}
          </Button>
        }
      />
      <Stack gap="md">
        {roleAtLeast(role, 'technician') && <NewSeriesForm />}
        <TextInput
          label={text.search}
          type="search"
          placeholder={text.seriesClientOrProject}
          leftSection={<IconSearch size={18} aria-hidden />}
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          styles={{ input: { height: 44 } }}
        />
        {list.isPending && <LoadingState label={text.loadingTheSeries} />}
        {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && all.length === 0 && (
          <Paper withBorder>
            <EmptyState
              icon={<IconTestPipe size={28} />}
              title={sought === '' ? text.noSeriesYet : text.nothingFound}
            >
              {sought === '' ? text.aSeriesHoldsThe : text.noSeriesClientOr}
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
              {text.showOlderSeries}
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
            {text.closed}
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
