import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { accountKeys, ownSessionsQuery, revokeOwnSession } from '../api/account-requests.ts';
import { text } from '../texts/text.ts';

/** Where one is signed in. */
export function SessionsSection() {
  const queryClient = useQueryClient();
  const query = useQuery(ownSessionsQuery);
  const end = useMutation({
    mutationFn: revokeOwnSession,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: accountKeys.sessions() }),
  });
  return (
    <Section title={text.sessions} description={text.whereYouAreSigned}>
      {query.isPending && <LoadingState label={text.loadingTheSessions} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.map((session) => (
        <Group key={session.id} justify="space-between" data-testid="session-row">
          <Stack gap={0} style={{ minWidth: 0, flex: 1 }}>
            <Text size="sm" truncate>
              {session.user_agent ?? text.unknownBrowser}
            </Text>
            <Text size="sm" c="dimmed">
              {formatInstant(session.created_at)} · {session.ip_address ?? text.unknownAddress}
            </Text>
          </Stack>
          {session.is_current ? (
            <Badge variant="light" tt="none">
              {text.thisOne}
            </Badge>
          ) : (
            <Button variant="default" h={44} onClick={() => end.mutate(session.id)} loading={end.isPending}>
              {text.end}
            </Button>
          )}
        </Group>
      ))}
      {end.error !== null && <ErrorState error={end.error} />}
    </Section>
  );
}
