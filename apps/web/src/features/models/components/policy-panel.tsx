import { Alert, Button, NumberInput, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import type { ModelPolicy } from '@mlmcsc/contracts';
import { IconPlayerPause } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { modelPolicyQuery, setModelPolicy } from '../api/governance-requests.ts';
import { PROMOTIONS } from '../model-text.ts';

/** How models come into service. */
export function PolicyPanel() {
  const policy = useQuery(modelPolicyQuery);
  return (
    <Paper withBorder p="md" component="section" aria-label="Policy">
      <Title order={2} size="h4" mb="sm">
        Policy
      </Title>
      {policy.isPending && <LoadingState label="Loading the policy…" />}
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
          title="Learning is paused"
          data-testid="learning-paused"
        >
          <Stack gap="xs" align="flex-start">
            Readings are kept and wait; no model comes into service by itself.
            {mayChange && (
              <Button
                h={44}
                variant="default"
                disabled={!isEnabled}
                onClick={() => change({ learning: 'on' })}
                data-testid="resume-learning"
              >
                Go on learning
              </Button>
            )}
          </Stack>
        </Alert>
      )}
      <Radio.Group
        label="A candidate that passes the gate"
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
          Administrators change the policy.
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
  const [text, setText] = useState<number | string>(props.labels ?? '');
  const commit = () => {
    const labels = text === '' ? null : Number(text);
    if (labels !== props.labels) props.onChange(labels);
  };
  return (
    <NumberInput
      label="Retrain after so many new readings"
      description="Empty: only by schedule or by hand."
      value={text}
      onChange={setText}
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
