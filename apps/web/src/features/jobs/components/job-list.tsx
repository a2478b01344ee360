import { Button, Group, NativeSelect, Paper, SegmentedControl } from '@mantine/core';
import type { JobState } from '@mlmcsc/contracts';
import { IconListCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { jobListQuery } from '../api/job-queries.ts';
import { isActive, JOB_KIND_TITLES, type JobSearch, parseJobSearch } from '../job-text.ts';
import { text } from '../texts/text.ts';
import classes from './job-list.module.css';
import { JobRow } from './job-row.tsx';

interface JobListProps {
  search: JobSearch;
  onSearchChange: (search: JobSearch) => void;
}

const FILTERS: readonly { value: JobState | 'any'; label: string }[] = [
  {
    value: 'any',
    get label() {
      return text.all;
    },
  },
  {
    value: 'running',
    get label() {
      return text.running;
    },
  },
  {
    value: 'queued',
    get label() {
      return text.queued;
    },
  },
  {
    value: 'completed',
    get label() {
      return text.completed;
    },
  },
  {
    value: 'dead',
    get label() {
      return text.dead;
    },
  },
];

/** Asked again this often while a job is active, in case the event stream is blocked on the way. */
const POLL_MS = 5000;

/** What the worker does, did, and could not do. */
export function JobList({ search, onSearchChange }: JobListProps) {
  const { state, kind } = search;
  const query = useInfiniteQuery({
    ...jobListQuery(search),
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some((page) => page.items.some(isActive)) === true ? POLL_MS : false,
  });
  const jobs = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title={text.jobs}
        description={text.whatTheWorkerIs}
        actions={
          <Link
            to="/schedules"
            className="text-link"
            style={{ display: 'inline-flex', alignItems: 'center', minHeight: 44 }}
          >
            {text.schedules}
          </Link>
        }
      />
      <Group mb="md">
        <SegmentedControl
          aria-label={text.state}
          size="sm"
          data={FILTERS.map((filter) => ({ ...filter }))}
          value={state ?? 'any'}
          onChange={(value) => onSearchChange(parseJobSearch({ kind, state: value }))}
          styles={{ label: { minHeight: 36, display: 'grid', placeItems: 'center' } }}
          style={{ maxWidth: '100%', overflowX: 'auto' }}
        />
        <NativeSelect
          aria-label={text.kind}
          styles={{ input: { height: 44 } }}
          value={kind ?? ''}
          onChange={(event) => onSearchChange(parseJobSearch({ state, kind: event.currentTarget.value }))}
          data={[
            { value: '', label: text.allKinds },
            ...Object.entries(JOB_KIND_TITLES).map(([value, label]) => ({ value, label })),
          ]}
        />
      </Group>
      {query.isPending && <LoadingState label={text.loadingTheJobs} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && jobs.length === 0 && <NoJobs state={state} />}
      {jobs.length > 0 && (
        <ul className={classes.list} data-testid="job-list">
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            h={44}
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {text.showOlderJobs}
          </Button>
        </Group>
      )}
    </>
  );
}

function NoJobs({ state }: { state: JobState | undefined }) {
  return (
    <Paper withBorder>
      <EmptyState
        icon={<IconListCheck size={28} />}
        title={state === 'dead' ? text.noDeadJobs : state === undefined ? text.noJobsYet : text.noJobsInThis}
      >
        {state === 'dead' ? text.jobsWhoseRetriesAre : text.batchesOfPicturesLearning}
      </EmptyState>
    </Paper>
  );
}
