import { Alert, Button, Group, Paper, Radio, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { LearningStatus, UpdateStrategy } from '@mlmcsc/contracts';
import { IconChartDots, IconSchool } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatNumber, formatShare, formatSigned } from '../../../shared/format/format-value.ts';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { EmptyState, ErrorState } from '../../../shared/ui/states.tsx';
import { learningKeys, setStrategy, startRetraining } from '../api/model-requests.ts';
import { STRATEGIES } from '../model-text.ts';
import { LearningCurve } from './learning-curve.tsx';

/** How well the system predicts readings before it has learned from them, and how it learns. */
export function LearningPanel({ status }: { status: LearningStatus }) {
  const user = useSignedInUser();
  const mayConfigure = user !== null && roleAtLeast(user.role, 'engineer');
  const { prequential } = status;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
      <Paper withBorder p="md" component="section" aria-label="Learning curve">
        <Title order={2} size="h4" mb="sm">
          Error before learning
        </Title>
        <SimpleGrid cols={{ base: 2, xs: 4 }} mb="md" spacing="sm">
          <Figure title="Mean error" unit="points" testId="prequential-mae">
            {formatNumber(prequential.mae, 1)}
          </Figure>
          <Figure title="Bias" unit="points">
            {formatSigned(prequential.bias)}
          </Figure>
          <Figure title="Within ± 5">{formatShare(prequential.within_5)}</Figure>
          <Figure title="In the interval">{formatShare(prequential.interval_coverage)}</Figure>
        </SimpleGrid>
        {status.curve.length === 0 ? (
          <EmptyState icon={<IconChartDots size={28} />} title="No readings yet">
            Each reading first tests the model, then teaches it. The curve begins with the first one.
          </EmptyState>
        ) : (
          <LearningCurve curve={status.curve} />
        )}
      </Paper>
      <Paper withBorder p="md" component="section" aria-label="Learning">
        <Stack gap="md">
          <Group justify="space-between">
            <Title order={2} size="h4">
              Learning
            </Title>
            <Text size="sm" c="dimmed" className="numeric" data-testid="label-counts">
              {status.labels_total} readings, {status.labels_waiting} waiting
            </Text>
          </Group>
          <StrategyChoice strategy={status.strategy} isEnabled={mayConfigure} />
          {mayConfigure ? (
            <Retraining />
          ) : (
            <Text size="sm" c="dimmed">
              Engineers choose the strategy and start retraining.
            </Text>
          )}
        </Stack>
      </Paper>
    </SimpleGrid>
  );
}

function Figure(props: { title: string; unit?: string; testId?: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {props.title}
      </Text>
      <Text fz={26} fw={600} lh={1.2} className="numeric" data-testid={props.testId}>
        {props.children}
      </Text>
      {props.unit !== undefined && (
        <Text size="xs" c="dimmed">
          {props.unit}
        </Text>
      )}
    </div>
  );
}

function StrategyChoice({ strategy, isEnabled }: { strategy: UpdateStrategy; isEnabled: boolean }) {
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: setStrategy,
    onSuccess: (status) => queryClient.setQueryData(learningKeys.status, status),
    onError: () => queryClient.invalidateQueries({ queryKey: learningKeys.status }),
  });
  const shown = mutation.isPending ? mutation.variables.to : strategy;
  return (
    <Stack gap="xs">
      <Radio.Group
        label="Strategy"
        value={shown}
        onChange={(value) => mutation.mutate({ from: strategy, to: value as UpdateStrategy })}
        data-testid="strategy"
      >
        <Stack gap={4} mt={4}>
          {STRATEGIES.map(({ value, title, description }) => (
            <Radio
              key={value}
              value={value}
              label={title}
              description={description}
              disabled={!isEnabled || mutation.isPending}
              styles={{ body: { minHeight: 44, alignItems: 'center' } }}
            />
          ))}
        </Stack>
      </Radio.Group>
      {mutation.error !== null && <ErrorState error={mutation.error} />}
    </Stack>
  );
}

function Retraining() {
  const mutation = useMutation({ mutationFn: startRetraining });
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="light"
        h={44}
        leftSection={<IconSchool size={20} />}
        loading={mutation.isPending}
        onClick={() => mutation.mutate()}
        data-testid="retrain"
      >
        Retrain from all readings
      </Button>
      <Text size="sm" c="dimmed">
        Replays every reading from the shipped model. The result goes into service only if it is not worse on
        held-out readings.
      </Text>
      {mutation.data !== undefined && (
        <Alert color="petrol" variant="light" role="status" w="100%">
          Retraining is under way.{' '}
          <Link to="/jobs/$id" params={{ id: mutation.data.id }}>
            See the job
          </Link>
        </Alert>
      )}
      {mutation.error !== null && <ErrorState error={mutation.error} />}
    </Stack>
  );
}
