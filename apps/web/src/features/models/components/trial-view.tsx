import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ModelTrial } from '@mlmcsc/contracts';
import { IconArrowLeft, IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { endTrial, trialKeys, trialQuery } from '../api/trial-requests.ts';
import { text } from '../texts/text.ts';
import { trialTitle } from '../trial-text.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { TrialComparisonPanel } from './trial-comparison.tsx';

/** One trial: what runs, and how both models compare. */
export function TrialView({ id }: { id: string }) {
  const query = useQuery(trialQuery(id));
  return (
    <>
      <Link
        to="/model"
        className="text-link"
        style={{ display: 'inline-flex', alignItems: 'center', minHeight: 44 }}
      >
        {rich(text.model2, { icon: <IconArrowLeft size={18} aria-hidden /> })}
      </Link>
      {query.isPending && <LoadingState label={text.loadingTheTrial} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Detail trial={query.data} />}
    </>
  );
}

function Detail({ trial }: { trial: ModelTrial }) {
  const role = useSignedInUser()?.role ?? 'viewer';
  const isEngineer = roleAtLeast(role, 'engineer');
  const isRunning = trial.ended_at === null;
  return (
    <>
      <PageHeader
        title={fill(text.trialOf, { modelVersion: trial.model_version })}
        description={fill(text.begunBy, {
          startedAt: formatInstant(trial.started_at),
          startedBy: trial.started_by,
          reason: trial.reason,
        })}
        actions={isEngineer && isRunning && <EndTrial trial={trial} />}
      />
      <Stack gap="md" data-testid="trial">
        <Paper withBorder p="md" component="section" aria-label={text.state}>
          <Group gap="xs" mb={4}>
            <Title order={2} size="h4">
              {trialTitle(trial)}
            </Title>
            <Badge
              color={isRunning ? 'teal' : 'gray'}
              variant="light"
              radius="sm"
              tt="none"
              data-testid="trial-state"
            >
              {isRunning ? text.runs : text.ended}
            </Badge>
          </Group>
          <Text size="sm">
            {trial.kind === 'shadow'
              ? text.itIsComputedFor
              : fill(text.itAnswersOfThe, { percent: trial.percent })}
          </Text>
          {trial.ended_at !== null && (
            <Text size="sm" c="dimmed">
              {fill(text.endedBy, {
                endedAt: formatInstant(trial.ended_at),
                endedBy: trial.ended_by ?? '',
                endReason: trial.end_reason ?? '',
              })}
            </Text>
          )}
        </Paper>
        {isEngineer ? (
          <TrialComparisonPanel id={trial.id} />
        ) : (
          <Text size="sm" c="dimmed">
            {text.engineersSeeHowBoth}
          </Text>
        )}
      </Stack>
    </>
  );
}

function EndTrial({ trial }: { trial: ModelTrial }) {
  const [isOpen, setOpen] = useState(false);
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: endTrial,
    onSuccess: async (ended) => {
      setOpen(false);
      queryClient.setQueryData(trialKeys.one(ended.id), ended);
      await queryClient.invalidateQueries({ queryKey: trialKeys.all });
    },
  });
  return (
    <>
      <Button
        variant="light"
        color="orange"
        h={44}
        leftSection={<IconPlayerStop size={18} aria-hidden />}
        onClick={() => setOpen(true)}
        data-testid="end-trial"
      >
        {text.endTheTrial}
      </Button>
      <ReasonDialog
        title={text.endTheTrial}
        action={text.endTheTrial}
        isOpen={isOpen}
        isPending={mutation.isPending}
        error={mutation.error}
        onClose={() => setOpen(false)}
        onConfirm={(reason) => mutation.mutate({ id: trial.id, reason })}
      >
        {text.theChampionAloneAnswers}
      </ReasonDialog>
    </>
  );
}
