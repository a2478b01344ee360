import { Group, Stack, Text } from '@mantine/core';
import type { Job } from '@mlmcsc/contracts';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { JOB_KIND_TITLES } from '../job-text.ts';
import { text } from '../texts/text.ts';
import classes from './job-list.module.css';
import { JobActions, JobProgress, JobStateBadge } from './job-parts.tsx';

/** One job of a list: what, how far, and what may be done with it. */
export function JobRow({ job }: { job: Job }) {
  return (
    <li className={classes.job} data-testid="job-row" data-job-id={job.id} data-state={job.state}>
      <Stack gap={2}>
        <Group gap="xs">
          <Link to="/jobs/$id" params={{ id: job.id }} className={classes.link ?? ''}>
            {JOB_KIND_TITLES[job.kind]}
          </Link>
          <JobStateBadge job={job} />
        </Group>
        <Text size="sm" c="dimmed">
          {formatInstant(job.created_at)}, {job.created_by}
          {job.attempts > 1 &&
            fill(text.attemptOf, { attempts: job.attempts, maxAttempts: job.max_attempts })}
        </Text>
      </Stack>
      <JobProgress job={job} />
      <JobActions job={job} />
      {job.error !== null && job.state !== 'completed' && <div className={classes.error}>{job.error}</div>}
    </li>
  );
}
