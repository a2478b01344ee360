import { Button, Group, Paper, Text } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconFilterOff,
  IconHistory,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { historyExportUrl, historyQuery } from '../api/list-history.ts';
import { changeFilters, countFilters, type HistorySearch, parseHistorySearch } from '../history-search.ts';
import { text } from '../texts/text.ts';
import { HistoryFilters } from './history-filters.tsx';
import { HistoryTable } from './history-table.tsx';
import { SavedViews } from './saved-views.tsx';

interface HistoryViewProps {
  search: HistorySearch;
  onSearchChange: (search: HistorySearch, options?: { replace?: boolean }) => void;
}

/** Everything that was measured: filters, table, pages, export. */
export function HistoryView({ search, onSearchChange }: HistoryViewProps) {
  const page = useQuery(historyQuery(search));
  const filterCount = countFilters(search);
  return (
    <>
      <PageHeader
        title={text.history}
        description={text.everyAnalysisWithIts}
        actions={
          <Button
            component="a"
            href={historyExportUrl(search)}
            download
            variant="default"
            h={44}
            leftSection={<IconDownload size={18} />}
            data-testid="export-csv"
          >
            {text.exportCsv}
          </Button>
        }
      />
      <Paper withBorder p="md" mb="md">
        <HistoryFilters
          search={search}
          onChange={(change) =>
            onSearchChange(changeFilters(search, parseChange(change, search)), { replace: true })
          }
        />
        <SavedViews search={search} onOpen={onSearchChange} />
      </Paper>
      {page.isPending && <LoadingState label={text.loadingTheHistory} />}
      {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
      {page.data !== undefined && page.data.items.length === 0 && (
        <Paper withBorder>
          <EmptyState
            icon={<IconHistory size={28} />}
            title={filterCount > 0 ? text.nothingFitsTheseFilters : text.nothingHasBeenMeasured}
            action={
              filterCount > 0 && (
                <Button
                  variant="default"
                  h={44}
                  leftSection={<IconFilterOff size={18} />}
                  onClick={() => onSearchChange({})}
                >
                  {text.clearTheFilters}
                </Button>
              )
            }
          >
            {filterCount > 0 ? text.widenThemOrClear : text.analysesAppearHereAs}
          </EmptyState>
        </Paper>
      )}
      {page.data !== undefined && page.data.items.length > 0 && (
        <>
          <Paper withBorder style={{ overflow: 'hidden' }}>
            <HistoryTable items={page.data.items} isStale={page.isPlaceholderData} />
          </Paper>
          <Pager search={search} nextCursor={page.data.next_cursor} onSearchChange={onSearchChange} />
        </>
      )}
    </>
  );
}

/** A change from the form as the address would hold it: emptied fields vanish. */
function parseChange(
  change: { [Name in keyof HistorySearch]?: unknown },
  search: HistorySearch,
): Partial<HistorySearch> {
  const parsed = parseHistorySearch({ ...search, ...change });
  return Object.fromEntries(
    Object.keys(change).map((name) => [name, parsed[name as keyof HistorySearch]]),
  ) as Partial<HistorySearch>;
}

interface PagerProps extends HistoryViewProps {
  nextCursor: string | null;
}

/** Newer and older pages. Cursors lead forward only, so the way back is remembered. */
function Pager({ search, nextCursor, onSearchChange }: PagerProps) {
  const trail = useRef(new Map<string, string | undefined>());
  const { cursor, ...filters } = search;
  const isKnown = cursor !== undefined && trail.current.has(cursor);
  const goTo = (target: string | undefined) =>
    onSearchChange(target === undefined ? filters : { ...filters, cursor: target });
  return (
    <Group justify="space-between" mt="md" component="nav" aria-label={text.pagesOfTheHistory}>
      <Button
        variant="default"
        h={44}
        leftSection={<IconChevronLeft size={18} />}
        disabled={cursor === undefined}
        onClick={() => goTo(cursor === undefined ? undefined : trail.current.get(cursor))}
        data-testid="page-newer"
      >
        {cursor === undefined || isKnown ? text.newer : text.newest}
      </Button>
      {nextCursor === null && (
        <Text size="sm" c="dimmed">
          {text.thatIsAll}
        </Text>
      )}
      <Button
        variant="default"
        h={44}
        rightSection={<IconChevronRight size={18} />}
        disabled={nextCursor === null}
        onClick={() => {
          if (nextCursor === null) return;
          trail.current.set(nextCursor, cursor);
          goTo(nextCursor);
        }}
        data-testid="page-older"
      >
        {text.older}
      </Button>
    </Group>
  );
}
