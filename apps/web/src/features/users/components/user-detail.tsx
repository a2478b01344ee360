import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { Role, User } from '@mlmcsc/contracts';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { changeUser, userKeys, userQuery } from '../api/user-requests.ts';
import { text } from '../texts/text.ts';
import { RoleSelect } from './role-select.tsx';
import { UserAccess } from './user-access.tsx';
import { UserApiKeys } from './user-api-keys.tsx';
import { UserBadges } from './user-badges.tsx';
import { UserSessions } from './user-sessions.tsx';

/** Everything about one user, for administrators.
 * @param activityOf - shows what the user did lately
 */
export function UserDetail(props: {
  readonly userId: string;
  readonly activityOf: (username: string) => ReactNode;
}) {
  const query = useQuery(userQuery(props.userId));
  return (
    <>
      <Link
        to="/users"
        className="text-link"
        style={{ display: 'inline-flex', alignItems: 'center', minHeight: 44 }}
      >
        {rich(text.allUsers, { icon: <IconArrowLeft size={18} aria-hidden /> })}
      </Link>
      {query.isPending && <LoadingState label={text.loadingTheUser} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && (
        <>
          <PageHeader
            title={query.data.display_name}
            description={fill(text.since, {
              username: query.data.username,
              createdAt: formatInstant(query.data.created_at),
            })}
            actions={<UserBadges user={query.data} />}
          />
          <Stack gap="md" data-testid="user-detail">
            <NameAndRole user={query.data} />
            <UserAccess user={query.data} />
            <UserSessions userId={query.data.id} />
            <UserApiKeys userId={query.data.id} />
            {props.activityOf(query.data.username)}
          </Stack>
        </>
      )}
    </>
  );
}

function NameAndRole({ user }: { user: User }) {
  const queryClient = useQueryClient();
  // What was typed and not saved yet; everything else is as the server says.
  const [typed, setTyped] = useState<{ readonly name?: string; readonly role?: Role }>({});
  const { name = user.display_name, role = user.role } = typed;
  const change = useMutation({
    mutationFn: changeUser,
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: userKeys.all });
      setTyped({});
    },
  });
  const isSame = name.trim() === user.display_name && role === user.role;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ shown: user, change: { display_name: name.trim(), role } });
  };
  return (
    <Section title={text.nameAndRole} description={text.takesEffectAtThe}>
      <form aria-label={text.nameAndRole} onSubmit={submit}>
        <Group align="flex-end">
          <TextInput
            label={text.nameToShow}
            maxLength={100}
            value={name}
            onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
            styles={{ input: { height: 44 } }}
          />
          <RoleSelect label={text.role} role={role} onChange={(next) => setTyped({ ...typed, role: next })} />
          <Button type="submit" h={44} loading={change.isPending} disabled={isSame || name.trim() === ''}>
            {text.save}
          </Button>
        </Group>
      </form>
      {change.error !== null && <ErrorState error={change.error} />}
      {change.isSuccess && isSame && (
        <Text size="sm" role="status">
          {text.saved}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {user.last_signed_in_at === null
          ? text.neverSignedIn
          : fill(text.lastSignedIn, { lastSignedInAt: formatInstant(user.last_signed_in_at) })}
      </Text>
    </Section>
  );
}
