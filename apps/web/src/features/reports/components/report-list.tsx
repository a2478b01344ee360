import { Button, Group, NativeSelect, Paper, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ReportState } from '@mlmcsc/contracts';
import { IconFileCertificate, IconSearch, IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { reportListQuery } from '../api/report-requests.ts';
import { STATES } from '../report-text.ts';
import { ReportRows } from './report-rows.tsx';

const FIELD = { input: { height: 44 } };
const CHOICES = [
  { value: '', label: 'All' },
  ...Object.entries(STATES).map(([value, { title }]) => ({ value, label: title })),
];

/** Reports of all series, newest first. */
export function ReportList() {
  const [text, setText] = useState('');
  const [state, setState] = useState('');
  const [sought] = useDebouncedValue(text.trim(), 250);
  const list = useInfiniteQuery(
    reportListQuery({ text: sought, state: state === '' ? null : (state as ReportState) }),
  );
  const reports = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFiltered = sought !== '' || state !== '';
  return (
    <>
      <PageHeader
        title="Reports"
        description="Series as they were written down, signed and, where something was wrong, superseded"
        actions={
          <Button
            variant="default"
            h={44}
            leftSection={<IconShieldCheck size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/reports/verify" search={{}} {...props} />}
          >
            Verify a paper
          </Button>
        }
      />
      <Stack gap="md">
        <Group gap="md" align="flex-end">
          <TextInput
            label="Search"
            type="search"
            placeholder="Series, client, project or number"
            leftSection={<IconSearch size={18} aria-hidden />}
            maxLength={100}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            style={{ flex: '1 1 240px' }}
            styles={FIELD}
          />
          <NativeSelect
            label="State"
            data={CHOICES}
            value={state}
            onChange={(event) => setState(event.currentTarget.value)}
            styles={FIELD}
          />
        </Group>
        {list.isPending && <LoadingState label="Loading the reports…" />}
        {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && reports.length === 0 && (
          <Paper withBorder>
            <EmptyState
              icon={<IconFileCertificate size={28} />}
              title={isFiltered ? 'Nothing found' : 'No reports yet'}
            >
              {isFiltered
                ? 'No report is in this state and holds this text.'
                : 'A report is made on the page of a series. A reviewer reads and signs it.'}
            </EmptyState>
          </Paper>
        )}
        {reports.length > 0 && <ReportRows reports={reports} />}
        {list.hasNextPage && (
          <Group justify="center">
            <Button
              variant="default"
              h={44}
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              Show older reports
            </Button>
          </Group>
        )}
      </Stack>
    </>
  );
}
