import { Button, Group, Paper, Stack } from '@mantine/core';
import { IconDownload, IconFilterOff, IconListSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { auditListQuery, tableUrl, trailUrl } from '../api/audit-requests.ts';
import type { AuditSearch } from '../audit-search.ts';
import { text } from '../texts/text.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { ChainState } from './chain-state.tsx';

/** Who did what: whether the trail is whole, filters, entries, and the trail as a file. */
export function AuditView(props: {
  readonly search: AuditSearch;
  readonly onSearchChange: (search: AuditSearch) => void;
}) {
  const { search, onSearchChange } = props;
  const list = useInfiniteQuery(auditListQuery(search));
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = Object.keys(search).length > 0;
  return (
    <>
      <PageHeader
        title={text.auditTrail}
        description={text.whoDidWhatNewest}
        actions={
          <>
            <Download href={trailUrl} title={text.wholeTrailNdjson} />
            <Download
              href={tableUrl(search)}
              title={isFiltered ? text.theseEntriesCsv : text.allEntriesCsv}
            />
          </>
        }
      />
      <Stack gap="md">
        <ChainState />
        <Paper withBorder p="md">
          <AuditFilters search={search} onChange={onSearchChange} />
        </Paper>
        {list.isPending && <LoadingState label={text.loadingTheEntries} />}
        {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && entries.length === 0 && (
          <Paper withBorder>
            <EmptyState
              icon={<IconListSearch size={28} />}
              title={isFiltered ? text.nothingFitsTheseFilters : text.nothingIsRecordedYet}
              action={
                isFiltered && (
                  <Button
                    variant="default"
                    h={44}
                    leftSection={<IconFilterOff size={18} aria-hidden />}
                    onClick={() => onSearchChange({})}
                  >
                    {text.clearTheFilters}
                  </Button>
                )
              }
            />
          </Paper>
        )}
        {entries.length > 0 && (
          <Paper withBorder style={{ overflow: 'hidden' }}>
            <AuditTable entries={entries} />
          </Paper>
        )}
        {list.hasNextPage && (
          <Group justify="center">
            <Button
              variant="default"
              h={44}
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {text.showOlderEntries}
            </Button>
          </Group>
        )}
      </Stack>
    </>
  );
}

function Download({ href, title }: { href: string; title: string }) {
  return (
    <Button
      component="a"
      href={href}
      download
      variant="default"
      h={44}
      leftSection={<IconDownload size={18} aria-hidden />}
    >
      {title}
    </Button>
  );
}
