import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { endAllSessions, endSession, userSessionsQuery } from '../api/user-requests.ts';

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
    <Section title="Sessions" description="Where the user is signed in. A session ends after 12 hours.">
      {query.isPending && <LoadingState label="Loading the sessions…" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          Not signed in anywhere.
        </Text>
      )}
      {query.data?.map((session) => (
        <Group key={session.id} justify="space-between" data-testid="session-row">
          <Stack gap={0} style={{ minWidth: 0, flex: 1 }}>
            <Text size="sm" truncate>
              {session.user_agent ?? 'Unknown browser'}
            </Text>
            <Text size="sm" c="dimmed">
              {formatInstant(session.created_at)} · {session.ip_address ?? 'unknown address'}
            </Text>
          </Stack>
          {session.is_current ? (
            <Badge variant="light" tt="none">
              This one
            </Badge>
          ) : (
            <Button
              variant="default"
              h={44}
              loading={end.isPending && end.variables.sessionId === session.id}
              onClick={() => end.mutate({ id: userId, sessionId: session.id })}
            >
              End
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
          End all sessions
        </Button>
      )}
      {error !== null && <ErrorState error={error} />}
    </Section>
  );
}
