import { Alert, Button, Group, Paper, Radio, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { LearningStatus, UpdateStrategy } from '@mlmcsc/contracts';
import { IconChartDots, IconSchool } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatNumber, formatShare, formatSigned } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { EmptyState, ErrorState } from '../../../shared/ui/states.tsx';
import { learningKeys, setStrategy, startRetraining } from '../api/model-requests.ts';
import { STRATEGIES } from '../model-text.ts';
import { text } from '../texts/text.ts';
import { LearningCurve } from './learning-curve.tsx';

/** How well the system predicts readings before it has learned from them, and how it learns. */
export function LearningPanel({ status }: { status: LearningStatus }) {
  const user = useSignedInUser();
  const mayConfigure = user !== null && roleAtLeast(user.role, 'engineer');
  const { prequential } = status;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
      <Paper withBorder p="md" component="section" aria-label={text.learningCurve2}>
        <Title order={2} size="h4" mb="sm">
          {text.errorBeforeLearning}
        </Title>
        <SimpleGrid cols={{ base: 2, xs: 4 }} mb="md" spacing="sm">
          <Figure title={text.meanError} unit={text.points2} testId="prequential-mae">
            {formatNumber(prequential.mae, 1)}
          </Figure>
          <Figure title={text.bias} unit={text.points2}>
            {formatSigned(prequential.bias)}
          </Figure>
          <Figure title={text.within5}>{formatShare(prequential.within_5)}</Figure>
          <Figure title={text.inTheInterval}>{formatShare(prequential.interval_coverage)}</Figure>
        </SimpleGrid>
        {status.curve.length === 0 ? (
          <EmptyState icon={<IconChartDots size={28} />} title={text.noReadingsYet}>
            {text.eachReadingFirstTests}
          </EmptyState>
        ) : (
          <LearningCurve curve={status.curve} />
        )}
      </Paper>
      <Paper withBorder p="md" component="section" aria-label={text.learning}>
        <Stack gap="md">
          <Group justify="space-between">
            <Title order={2} size="h4">
              {text.learning}
            </Title>
            <Text size="sm" c="dimmed" className="numeric" data-testid="label-counts">
              {fill(text.readingsWaiting, {
                labelsTotal: status.labels_total,
                labelsWaiting: status.labels_waiting,
              })}
            </Text>
          </Group>
          <StrategyChoice strategy={status.strategy} isEnabled={mayConfigure} />
          {mayConfigure ? (
            <Retraining />
          ) : (
            <Text size="sm" c="dimmed">
              {text.engineersChooseTheStrategy}
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
        label={text.strategy}
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
        {text.retrainFromAllReadings}
      </Button>
      <Text size="sm" c="dimmed">
        {text.replaysEveryReadingFrom}
      </Text>
      {mutation.data !== undefined && (
        <Alert color="petrol" variant="light" role="status" w="100%">
          {rich(text.retrainingIsUnderWay, {
            seeThe: (
              <Link to="/jobs/$id" params={{ id: mutation.data.id }}>
                {text.seeTheJob}
              </Link>
            ),
          })}
        </Alert>
      )}
      {mutation.error !== null && <ErrorState error={mutation.error} />}
    </Stack>
  );
}
