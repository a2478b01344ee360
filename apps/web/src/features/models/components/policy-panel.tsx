import { Alert, Button, NumberInput, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import type { ModelPolicy } from '@mlmcsc/contracts';
import { IconPlayerPause } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { rich } from '../../../shared/language/rich.tsx';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { modelPolicyQuery, setModelPolicy } from '../api/governance-requests.ts';
import { PROMOTIONS } from '../model-text.ts';
import { text } from '../texts/text.ts';

/** How models come into service. */
export function PolicyPanel() {
  const policy = useQuery(modelPolicyQuery);
  return (
    <Paper withBorder p="md" component="section" aria-label={text.policy}>
      <Title order={2} size="h4" mb="sm">
        {text.policy}
      </Title>
      {policy.isPending && <LoadingState label={text.loadingThePolicy} />}
      {policy.isError && <ErrorState error={policy.error} onRetry={() => void policy.refetch()} />}
      {policy.data !== undefined && <Policy policy={policy.data} />}
    </Paper>
  );
}

function Policy({ policy }: { policy: ModelPolicy }) {
  const user = useSignedInUser();
  const mayChange = user?.role !== undefined && roleAtLeast(user.role, 'admin');
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: setModelPolicy,
    onSuccess: (now) => queryClient.setQueryData(modelPolicyQuery.queryKey, now),
    onError: () => queryClient.invalidateQueries({ queryKey: modelPolicyQuery.queryKey }),
  });
  const change = (to: Partial<ModelPolicy>) => mutation.mutate({ from: policy, to: { ...policy, ...to } });
  const shown = mutation.isPending ? mutation.variables.to : policy;
  const isEnabled = mayChange && !mutation.isPending;
  return (
    <Stack gap="md">
      {shown.learning === 'paused' && (
        <Alert
          color="orange"
          variant="light"
          icon={<IconPlayerPause size={20} aria-hidden />}
          title={text.learningIsPaused}
          data-testid="learning-paused"
        >
          <Stack gap="xs" align="flex-start">
            {rich(text.readingsAreKeptAnd, {
              mayChange: mayChange && (
                <Button
                  h={44}
                  variant="default"
                  disabled={!isEnabled}
                  onClick={() => change({ learning: 'on' })}
                  data-testid="resume-learning"
                >
                  {text.goOnLearning}
                </Button>
              ),
            })}
          </Stack>
        </Alert>
      )}
      <Radio.Group
        label={text.aCandidateThatPasses}
        value={shown.promotion}
        onChange={(value) => change({ promotion: value as ModelPolicy['promotion'] })}
        data-testid="promotion"
      >
        <Stack gap={4} mt={4}>
          {PROMOTIONS.map(({ value, title, description }) => (
            <Radio
              key={value}
              value={value}
              label={title}
              description={description}
              disabled={!isEnabled}
              styles={{ body: { minHeight: 44, alignItems: 'center' } }}
            />
          ))}
        </Stack>
      </Radio.Group>
      <RetrainAfter
        key={policy.retrain_after_labels ?? 0}
        labels={policy.retrain_after_labels}
        isEnabled={isEnabled}
        onChange={(labels) => change({ retrain_after_labels: labels })}
      />
      {!mayChange && (
        <Text size="sm" c="dimmed">
          {text.administratorsChangeThePolicy}
        </Text>
      )}
      {mutation.error !== null && <ErrorState error={mutation.error} />}
    </Stack>
  );
}

function RetrainAfter(props: {
  readonly labels: number | null;
  readonly isEnabled: boolean;
  readonly onChange: (labels: number | null) => void;
}) {
  const [typed, setTyped] = useState<number | string>(props.labels ?? '');
  const commit = () => {
    const labels = typed === '' ? null : Number(typed);
    if (labels !== props.labels) props.onChange(labels);
  };
  return (
    <NumberInput
      label={text.retrainAfterSoMany}
      description={text.emptyOnlyBySchedule}
      value={typed}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
      min={10}
      max={1_000_000}
      allowDecimal={false}
      disabled={!props.isEnabled}
      maw={260}
      data-testid="retrain-after"
    />
  );
}
