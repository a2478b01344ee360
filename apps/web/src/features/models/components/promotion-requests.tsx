import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { PromotionRequest } from '@mlmcsc/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { modelKeys } from '../../../shared/queries/model-queries.ts';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { decidePromotion, promotionRequestsQuery } from '../api/governance-requests.ts';
import { text } from '../texts/text.ts';

/** Promotions that wait for a second person; nothing when none waits. */
export function PromotionRequests() {
  const requests = useQuery(promotionRequestsQuery);
  const waiting = requests.data?.items.filter(({ decision }) => decision === null) ?? [];
  if (requests.isError) return <ErrorState error={requests.error} onRetry={() => void requests.refetch()} />;
  if (waiting.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={text.waitingForASecond}>
      <Title order={2} size="h4" mb="sm">
        {text.waitingForASecond}
      </Title>
      <Stack gap="md">
        {waiting.map((request) => (
          <Request key={request.id} request={request} />
        ))}
      </Stack>
    </Paper>
  );
}

function Request({ request }: { request: PromotionRequest }) {
  const user = useSignedInUser();
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: decidePromotion,
    onSettled: () => queryClient.invalidateQueries({ queryKey: modelKeys.all }),
  });
  const isOwn = user?.username === request.requested_by;
  const mayDecide = user !== null && roleAtLeast(user.role, 'engineer');
  const decide = (decision: 'approved' | 'declined') => mutation.mutate({ id: request.id, decision });
  return (
    <Stack gap="xs" data-testid="promotion-request">
      <div>
        <Text fw={600}>{request.model_version}</Text>
        <Text size="sm">{request.reason}</Text>
        <Text size="sm" c="dimmed">
          {fill(text.wouldReplace, {
            requestedBy: request.requested_by,
            requestedAt: formatInstant(request.requested_at),
            championVersion: request.champion_version,
          })}
        </Text>
      </div>
      {mayDecide && (
        <Group gap="xs">
          {!isOwn && (
            <Button h={44} loading={mutation.isPending} onClick={() => decide('approved')}>
              {text.approve}
            </Button>
          )}
          <Button h={44} variant="default" disabled={mutation.isPending} onClick={() => decide('declined')}>
            {isOwn ? text.withdraw : text.decline}
          </Button>
        </Group>
      )}
      {isOwn && (
        <Text size="sm" c="dimmed">
          {text.youAskedForIt}
        </Text>
      )}
      {mutation.error !== null && <ErrorState error={mutation.error} />}
    </Stack>
  );
}
