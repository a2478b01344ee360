import { Button, Group, NumberInput, Paper, Stack, Text, Title } from '@mantine/core';
import type { RetentionPolicy } from '@mlmcsc/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { changePolicy, retentionKeys, retentionPoliciesQuery } from '../api/retention-requests.ts';
import { KIND_TEXTS } from '../retention-text.ts';
import { text } from '../texts/text.ts';

/** The policies, one after the other as a run works through them. */
export function PolicyList({ mayChange }: { mayChange: boolean }) {
  const policies = useQuery(retentionPoliciesQuery);
  return (
    <Paper withBorder p="md" component="section" aria-label={text.policies}>
      <Title order={2} size="h4" mb="sm">
        {text.policies}
      </Title>
      {policies.isPending && <LoadingState label={text.loadingThePolicies} />}
      {policies.isError && <ErrorState error={policies.error} onRetry={() => void policies.refetch()} />}
      <Stack gap="lg">
        {policies.data?.items.map((policy) => (
          <Policy key={`${policy.kind} ${policy.revision}`} policy={policy} mayChange={mayChange} />
        ))}
      </Stack>
    </Paper>
  );
}

function Policy({ policy, mayChange }: { policy: RetentionPolicy; mayChange: boolean }) {
  const [days, setDays] = useState<number | string>(policy.keep_days ?? '');
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: changePolicy,
    onSettled: () => queryClient.invalidateQueries({ queryKey: retentionKeys.all }),
  });
  const { title, what } = KIND_TEXTS[policy.kind];
  const keepDays = days === '' ? null : Number(days);
  return (
    <form
      aria-label={title}
      data-testid="policy"
      data-kind={policy.kind}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ shown: policy, keepDays });
      }}
    >
      <Group gap="md" align="flex-end">
        <NumberInput
          label={title}
          description={fill(text.daysSinceTheLast, { what })}
          placeholder={text.forEver}
          value={days}
          onChange={setDays}
          min={30}
          max={36_500}
          allowDecimal={false}
          readOnly={!mayChange}
          style={{ flex: '1 1 280px', maxWidth: 520 }}
          styles={{ input: { height: 44 } }}
        />
        {mayChange && (
          <Button
            type="submit"
            h={44}
            variant="default"
            loading={change.isPending}
            disabled={keepDays === policy.keep_days}
            aria-label={fill(text.save, { title })}
          >
            {text.save2}
          </Button>
        )}
      </Group>
      {policy.changed_at !== null && (
        <Text size="sm" c="dimmed" mt={4}>
          {fill(text.chosen, {
            changedAt: formatInstant(policy.changed_at),
            changedBy: policy.changed_by ?? '',
          })}
        </Text>
      )}
      {change.isError && (
        <div style={{ marginTop: 12 }}>
          <ErrorState error={change.error} />
        </div>
      )}
    </form>
  );
}
