import { Badge, Group, Paper, Text, Title } from '@mantine/core';
import type { Model, ModelTrial } from '@mlmcsc/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { trialsQuery } from '../api/trial-requests.ts';
import { text } from '../texts/text.ts';
import { trialTitle } from '../trial-text.ts';
import classes from './ledger-panel.module.css';
import { StartTrial } from './start-trial.tsx';

/** Challengers that were, or are, tried beside the champion. */
export function TrialsPanel({ models }: { models: readonly Model[] }) {
  const role = useSignedInUser()?.role ?? 'viewer';
  const trials = useQuery(trialsQuery);
  const items = trials.data?.items ?? [];
  const isRunning = items.some(({ ended_at }) => ended_at === null);
  const mayStart = roleAtLeast(role, 'engineer') && trials.isSuccess && !isRunning;
  return (
    <Paper withBorder p="md" component="section" aria-label={text.trials}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2} size="h4">
          {text.trials}
        </Title>
        {mayStart && <StartTrial models={models} />}
      </Group>
      {trials.isPending && <LoadingState label={text.loadingTheTrials} />}
      {trials.isError && <ErrorState error={trials.error} onRetry={() => void trials.refetch()} />}
      {trials.isSuccess && items.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.noChallengerWasTried}
        </Text>
      )}
      <ol className={classes.list} data-testid="trials">
        {items.map((trial) => (
          <li key={trial.id} className={classes.row}>
            <Row trial={trial} />
          </li>
        ))}
      </ol>
    </Paper>
  );
}

function Row({ trial }: { trial: ModelTrial }) {
  const isRunning = trial.ended_at === null;
  return (
    <>
      <Group gap="xs">
        <Link
          to="/model/trials/$id"
          params={{ id: trial.id }}
          className="text-link"
          style={{ display: 'inline-flex', alignItems: 'center', minHeight: 44, overflowWrap: 'anywhere' }}
        >
          {trial.model_version}
        </Link>
        <Badge color={isRunning ? 'teal' : 'gray'} variant="light" radius="sm" tt="none">
          {trialTitle(trial)}
          {isRunning ? text.runs2 : ''}
        </Badge>
      </Group>
      <Text size="sm">{trial.reason}</Text>
      <Text size="sm" c="dimmed">
        {formatInstant(trial.started_at)} · {trial.started_by}
        {trial.ended_at !== null &&
          fill(text.endedBy2, { endedAt: formatInstant(trial.ended_at), endedBy: trial.ended_by ?? '' })}
      </Text>
    </>
  );
}
