import { Button, Group, Menu, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import type { Role, User } from '@mlmcsc/contracts';
import { IconDots } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import {
  changeUser,
  inviteUser,
  issueLink,
  resetSecondFactor,
  setActive,
  userKeys,
  userListQuery,
} from '../api/user-requests.ts';
import { text } from '../texts/text.ts';
import { type Handover, HandoverNotice } from './handover-notice.tsx';
import { RoleSelect } from './role-select.tsx';
import { UserBadges } from './user-badges.tsx';

/** Everybody who may or might sign in, for administrators. */
export function UserList() {
  const queryClient = useQueryClient();
  const query = useInfiniteQuery(userListQuery);
  const [handover, setHandover] = useState<Handover | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: userKeys.all });
  return (
    <>
      <PageHeader title={text.users} description={text.whoMaySignIn} />
      <Stack gap="md">
        <Invitation
          onInvited={(made) => {
            setHandover(made);
            void refresh();
          }}
        />
        {handover !== null && <HandoverNotice handover={handover} onClose={() => setHandover(null)} />}
        {query.isPending && <LoadingState label={text.loadingTheUsers} />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data?.pages
          .flatMap((page) => page.items)
          .map((user) => (
            <UserRow key={user.id} user={user} onChanged={refresh} onLink={setHandover} />
          ))}
        {query.hasNextPage && (
          <Button variant="default" h={44} onClick={() => void query.fetchNextPage()}>
            {text.showMoreUsers}
          </Button>
        )}
      </Stack>
    </>
  );
}

function Invitation({ onInvited }: { onInvited: (made: Handover) => void }) {
  const [username, setUsername] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [role, setRole] = useState<Role>('technician');
  const invite = useMutation({
    mutationFn: () =>
      inviteUser({
        username: username.trim(),
        role,
        ...(displayName.trim() === '' ? {} : { display_name: displayName.trim() }),
      }),
    onSuccess: ({ user, link }) => {
      setUsername('');
      setDisplayName('');
      onInvited({ username: user.username, path: link.path });
    },
  });
  return (
    <Paper withBorder p="md" component="section" aria-label={text.inviteAUser}>
      <form
        aria-label={text.inviteAUser}
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <Stack gap="sm">
          <Title order={2} size="h4">
            {text.inviteAUser}
          </Title>
          <Group align="flex-end">
            <TextInput
              label={text.userName}
              autoCapitalize="none"
              autoComplete="off"
              maxLength={64}
              value={username}
              onChange={(event) => setUsername(event.currentTarget.value)}
            />
            <TextInput
              label={text.nameToShow}
              autoComplete="off"
              maxLength={100}
              value={displayName}
              onChange={(event) => setDisplayName(event.currentTarget.value)}
            />
            <RoleSelect label={text.role} role={role} onChange={setRole} />
            <Button type="submit" h={44} loading={invite.isPending} disabled={username.trim() === ''}>
              {text.invite}
            </Button>
          </Group>
          {invite.error !== null && <ErrorState error={invite.error} />}
        </Stack>
      </form>
    </Paper>
  );
}

function UserRow(props: { user: User; onChanged: () => unknown; onLink: (link: Handover) => void }) {
  const { user, onChanged } = props;
  // After a refusal the page shows what somebody else chose.
  const role = useMutation({ mutationFn: changeUser, onSettled: onChanged });
  const active = useMutation({ mutationFn: setActive, onSuccess: onChanged });
  const reset = useMutation({ mutationFn: resetSecondFactor, onSuccess: onChanged });
  const link = useMutation({
    mutationFn: issueLink,
    onSuccess: ({ path }) => props.onLink({ username: user.username, path }),
  });
  const error = role.error ?? active.error ?? reset.error ?? link.error;
  const isDeactivated = user.status === 'deactivated';
  return (
    <Paper withBorder p="sm" data-testid="user-row" data-username={user.username}>
      <Group justify="space-between">
        <Stack gap={0} style={{ minWidth: 180, flex: 1 }}>
          <Group gap="xs">
            <Link to="/users/$id" params={{ id: user.id }} className="text-link">
              {user.display_name}
            </Link>
            <UserBadges user={user} />
          </Group>
          <Text size="sm" c="dimmed">
            {user.username} ·{' '}
            {user.last_signed_in_at === null
              ? text.neverSignedIn2
              : fill(text.signedIn, { lastSignedInAt: formatInstant(user.last_signed_in_at) })}
          </Text>
        </Stack>
        <Group gap="xs">
          <RoleSelect
            label={fill(text.roleOf, { username: user.username })}
            isLabelHidden
            role={user.role}
            disabled={role.isPending}
            onChange={(next) => role.mutate({ shown: user, change: { role: next } })}
          />
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                variant="default"
                h={44}
                px="sm"
                aria-label={fill(text.moreFor, { username: user.username })}
              >
                <IconDots size={20} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item mih={44} disabled={isDeactivated} onClick={() => link.mutate(user.id)}>
                {user.has_password ? text.issueALinkFor : text.issueANewInvitation}
              </Menu.Item>
              <Menu.Item mih={44} disabled={!user.has_second_factor} onClick={() => reset.mutate(user.id)}>
                {text.takeAwayTheSecond}
              </Menu.Item>
              <Menu.Item mih={44} onClick={() => active.mutate({ id: user.id, active: isDeactivated })}>
                {isDeactivated ? text.reactivate : text.deactivate}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      {error !== null && <ErrorState error={error} />}
    </Paper>
  );
}
