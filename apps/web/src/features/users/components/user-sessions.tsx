import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { endAllSessions, endSession, userSessionsQuery } from '../api/user-requests.ts';
import { text } from '../texts/text.ts';

/** Where the user is signed in. */
export function UserSessions({ userId }: { userId: string }) {
  const queryClient = useQueryClient();
  const options = userSessionsQuery(userId);
  const query = useQuery(options);
  const onSettled = () => queryClient.invalidateQueries({ queryKey: options.queryKey });
  const end = useMutation({ mutationFn: endSession, onSettled });
  const endAll = useMutation({ mutationFn: endAllSessions, onSettled });
  const error = end.error ?? endAll.error;
  return (
    <Section title={text.sessions} description={text.whereTheUserIs}>
      {query.isPending && <LoadingState label={text.loadingTheSessions} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.notSignedInAnywhere}
        </Text>
      )}
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
            <Button
              variant="default"
              h={44}
              loading={end.isPending && end.variables.sessionId === session.id}
              onClick={() => end.mutate({ id: userId, sessionId: session.id })}
            >
              {text.end}
            </Button>
          )}
        </Group>
      ))}
      {(query.data?.length ?? 0) > 1 && (
        <Button
          variant="default"
          h={44}
          w="fit-content"
          loading={endAll.isPending}
          onClick={() => endAll.mutate(userId)}
        >
          {text.endAllSessions}
        </Button>
      )}
      {error !== null && <ErrorState error={error} />}
    </Section>
  );
}
