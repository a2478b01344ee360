import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { revokeApiKey, userApiKeysQuery } from '../api/user-requests.ts';
import { text } from '../texts/text.ts';

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
    <Section title={text.apiKeys} description={text.onlyTheUserCan}>
      {query.isPending && <LoadingState label={text.loadingTheKeys} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.noKeys}
        </Text>
      )}
      {query.data?.map((key) => (
        <Group key={key.id} justify="space-between" data-testid="key-row">
          <Stack gap={0} style={{ minWidth: 0, flex: 1 }}>
            <Text size="sm">
              {key.name} <Code>{key.prefix}…</Code>
            </Text>
            <Text size="sm" c="dimmed">
              {fill(text.ends, {
                scopes: key.scopes.join(', '),
                expiresAt: formatInstant(key.expires_at),
                lastUsedAt:
                  key.last_used_at === null
                    ? text.neverUsed
                    : fill(text.used, { lastUsedAt: formatInstant(key.last_used_at) }),
              })}
            </Text>
          </Stack>
          <Button
            variant="default"
            h={44}
            loading={revoke.isPending && revoke.variables.keyId === key.id}
            onClick={() => revoke.mutate({ id: userId, keyId: key.id })}
          >
            {text.revoke}
          </Button>
        </Group>
      ))}
      {revoke.error !== null && <ErrorState error={revoke.error} />}
    </Section>
  );
}
