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
import { text } from '../texts/text.ts';
import { ReportRows } from './report-rows.tsx';

const FIELD = { input: { height: 44 } };
const CHOICES = [
  {
    value: '',
    get label() {
      return text.all;
    },
  },
  ...Object.entries(STATES).map(([value, { title }]) => ({ value, label: title })),
];

/** Reports of all series, newest first. */
export function ReportList() {
  const [typed, setTyped] = useState('');
  const [state, setState] = useState('');
  const [sought] = useDebouncedValue(typed.trim(), 250);
  const list = useInfiniteQuery(
    reportListQuery({ text: sought, state: state === '' ? null : (state as ReportState) }),
  );
  const reports = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFiltered = sought !== '' || state !== '';
  return (
    <>
      <PageHeader
        title={text.reports}
        description={text.seriesAsTheyWere}
        actions={
          <Button
            variant="default"
            h={44}
            leftSection={<IconShieldCheck size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/reports/verify" search={{}} {...props} />}
          >
            {text.verifyAPaper}
          </Button>
        }
      />
      <Stack gap="md">
        <Group gap="md" align="flex-end">
          <TextInput
            label={text.search}
            type="search"
            placeholder={text.seriesClientProjectOr}
            leftSection={<IconSearch size={18} aria-hidden />}
            maxLength={100}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            style={{ flex: '1 1 240px' }}
            styles={FIELD}
          />
          <NativeSelect
            label={text.state}
            data={CHOICES}
            value={state}
            onChange={(event) => setState(event.currentTarget.value)}
            styles={FIELD}
          />
        </Group>
        {list.isPending && <LoadingState label={text.loadingTheReports} />}
        {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && reports.length === 0 && (
          <Paper withBorder>
            <EmptyState
              icon={<IconFileCertificate size={28} />}
              title={isFiltered ? text.nothingFound : text.noReportsYet}
            >
              {isFiltered ? text.noReportIsIn : text.aReportIsMade}
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
              {text.showOlderReports}
            </Button>
          </Group>
        )}
      </Stack>
    </>
  );
}
