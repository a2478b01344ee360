import { Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { jobListQuery } from '../api/job-queries.ts';
import classes from './job-list.module.css';
import { JobRow } from './job-row.tsx';

/** Asked again this often, in case the event stream is blocked on the way. */
const POLL_MS = 10_000;

/** The newest jobs that run now, or that were given up, with what may be done about them. */
export function JobsInState(props: {
  readonly state: 'running' | 'dead';
  readonly title: string;
  /** What stands there when there are none. */
  readonly none: string;
  readonly loading: string;
  /** Leads to the list of all. */
  readonly more: string;
}) {
  const { state } = props;
  const query = useInfiniteQuery({ ...jobListQuery({ state }), refetchInterval: POLL_MS });
  const jobs = query.data?.pages[0]?.items ?? [];
  return (
    <section aria-label={props.title} data-testid={`jobs-${state}`}>
      <Title order={3} size="h5" mb={4}>
        {props.title}
      </Title>
      {query.isPending && <LoadingState label={props.loading} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && jobs.length === 0 && <Text size="sm">{props.none}</Text>}
      {jobs.length > 0 && (
        <ul className={classes.list}>
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Link to="/jobs" search={{ state }} className="text-link">
          {props.more}
        </Link>
      )}
    </section>
  );
}
