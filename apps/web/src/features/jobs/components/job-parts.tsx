import { Badge, Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { Job } from '@mlmcsc/contracts';
import { IconPlayerStop, IconRotateClockwise } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { describeErrorBriefly } from '../../../shared/api/problem.ts';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { cancelJob, rerunJob } from '../api/change-job.ts';
import { jobKeys } from '../api/job-queries.ts';
import {
  isActive,
  isRerunnable,
  JOB_STATES,
  mayChangeJob,
  progressPercent,
  progressText,
} from '../job-text.ts';
import { text } from '../texts/text.ts';

/** State of a job in one word. */
export function JobStateBadge({ job }: { job: Job }) {
  const { title, color } = JOB_STATES[job.state];
  return (
    <Badge color={color} variant="light" radius="sm" tt="none" data-testid="job-state">
      {title}
    </Badge>
  );
}

/** How far a job is, as bar and words. */
export function JobProgress({ job }: { job: Job }) {
  const percent = progressPercent(job);
  const { done, failed, total } = job.progress;
  return (
    <Stack gap={4}>
      <Text size="sm" className="numeric" data-testid="job-progress">
        {progressText(job)}
      </Text>
      {(percent !== null || isActive(job)) && (
        <Progress.Root size="md" aria-hidden>
          <Progress.Section
            value={total === 0 ? (job.state === 'running' ? 100 : 0) : (done / total) * 100}
            color={job.state === 'completed' ? 'teal' : 'petrol'}
            animated={job.state === 'running' || job.state === 'retrying'}
            striped={total === 0}
          />
          {failed > 0 && <Progress.Section value={(failed / total) * 100} color="red" />}
        </Progress.Root>
      )}
    </Stack>
  );
}

/** Cancel or run again, for those who may. */
export function JobActions({ job }: { job: Job }) {
  const user = useSignedInUser();
  const queryClient = useQueryClient();
  const onSuccess = (changed: Job) => {
    queryClient.setQueryData(jobKeys.one(changed.id), changed);
    return queryClient.invalidateQueries({ queryKey: jobKeys.lists() });
  };
  const cancel = useMutation({ mutationFn: () => cancelJob(job.id), onSuccess });
  const rerun = useMutation({ mutationFn: () => rerunJob(job.id), onSuccess });
  if (user === null || !mayChangeJob(user.role, job.kind)) return null;
  const error = cancel.error ?? rerun.error;
  return (
    <Group gap="xs" justify="flex-end" style={{ position: 'relative', zIndex: 1 }}>
      {isActive(job) && (
        <Button
          variant="default"
          h={44}
          leftSection={<IconPlayerStop size={18} />}
          loading={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {text.cancel}
        </Button>
      )}
      {isRerunnable(job) && (
        <Button
          variant="light"
          h={44}
          leftSection={<IconRotateClockwise size={18} />}
          loading={rerun.isPending}
          onClick={() => rerun.mutate()}
        >
          {text.runAgain}
        </Button>
      )}
      {error !== null && (
        <Text size="sm" c="red" role="alert">
          {describeErrorBriefly(error)}
        </Text>
      )}
    </Group>
  );
}
