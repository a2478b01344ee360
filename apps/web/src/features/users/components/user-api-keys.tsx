import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { revokeApiKey, userApiKeysQuery } from '../api/user-requests.ts';

/** What programs use in the user's name. */
export function UserApiKeys({ userId }: { userId: string }) {
  const queryClient = useQueryClient();
  const options = userApiKeysQuery(userId);
  const query = useQuery(options);
  const revoke = useMutation({
    mutationFn: revokeApiKey,
    onSettled: () => queryClient.invalidateQueries({ queryKey: options.queryKey }),
  });
  return (
    <Section
      title="API keys"
      description="Only the user can make them; a key never does more than the user may."
    >
      {query.isPending && <LoadingState label="Loading the keys…" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          No keys.
        </Text>
      )}
      {query.data?.map((key) => (
        <Group key={key.id} justify="space-between" data-testid="key-row">
          <Stack gap={0} style={{ minWidth: 0, flex: 1 }}>
            <Text size="sm">
              {key.name} <Code>{key.prefix}…</Code>
            </Text>
            <Text size="sm" c="dimmed">
              {key.scopes.join(', ')} · ends {formatInstant(key.expires_at)} ·{' '}
              {key.last_used_at === null ? 'never used' : `used ${formatInstant(key.last_used_at)}`}
            </Text>
          </Stack>
          <Button
            variant="default"
            h={44}
            loading={revoke.isPending && revoke.variables.keyId === key.id}
            onClick={() => revoke.mutate({ id: userId, keyId: key.id })}
          >
            Revoke
          </Button>
        </Group>
      ))}
      {revoke.error !== null && <ErrorState error={revoke.error} />}
    </Section>
  );
}
