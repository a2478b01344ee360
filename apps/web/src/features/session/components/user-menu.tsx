import { Menu, Text, UnstyledButton } from '@mantine/core';
import {
  IconActivity,
  IconArchive,
  IconBuilding,
  IconCalendarClock,
  IconChevronDown,
  IconFileCertificate,
  IconHeartRateMonitor,
  IconListSearch,
  IconLogout,
  IconSettings,
  IconUserCircle,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fill } from '../../../shared/language/fill.ts';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast, roleText } from '../../../shared/session/role.ts';
import { signOut } from '../api/sign-out.ts';
import { text } from '../texts/text.ts';
import classes from './user-menu.module.css';

/** Pages of administrators only. */
const ADMINISTRATION = [
  {
    to: '/users',
    get title() {
      return text.users;
    },
    icon: IconUsers,
  },
  {
    to: '/audit',
    get title() {
      return text.auditTrail;
    },
    icon: IconListSearch,
  },
  {
    to: '/webhooks',
    get title() {
      return text.webhooks;
    },
    icon: IconWebhook,
  },
  {
    to: '/schedules',
    get title() {
      return text.schedules;
    },
    icon: IconCalendarClock,
  },
  {
    to: '/letterhead',
    get title() {
      return text.letterhead;
    },
    icon: IconBuilding,
  },
  {
    to: '/retention',
    get title() {
      return text.retention;
    },
    icon: IconArchive,
  },
] as const;

/** Who is signed in, and the way out. */
export function UserMenu({ onSignedOut }: { onSignedOut: () => void }) {
  const user = useSignedInUser();
  const mutation = useMutation({ mutationFn: signOut, onSuccess: onSignedOut });
  if (user === null) return null;
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton
          className={classes.button}
          aria-label={fill(text.accountOf, { displayName: user.display_name })}
          data-testid="user-menu"
        >
          <IconUserCircle size={24} aria-hidden />
          <span className={classes.name}>{user.display_name}</span>
          <IconChevronDown size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600}>
            {user.display_name}
          </Text>
          <Text size="xs">
            {user.username} · {roleText(user.role)}
          </Text>
        </Menu.Label>
        <Menu.Item
          mih={44}
          leftSection={<IconSettings size={18} />}
          renderRoot={(props) => <Link to="/account" {...props} />}
        >
          {text.account}
        </Menu.Item>
        <Menu.Item
          mih={44}
          leftSection={<IconFileCertificate size={18} />}
          renderRoot={(props) => <Link to="/reports" {...props} />}
        >
          {text.reports}
        </Menu.Item>
        <Menu.Item
          mih={44}
          leftSection={<IconActivity size={18} />}
          renderRoot={(props) => <Link to="/drift" {...props} />}
        >
          {text.drift}
        </Menu.Item>
        {roleAtLeast(user.role, 'engineer') && (
          <Menu.Item
            mih={44}
            leftSection={<IconHeartRateMonitor size={18} />}
            renderRoot={(props) => <Link to="/operations" {...props} />}
          >
            {text.operations}
          </Menu.Item>
        )}
        {user.role === 'admin' &&
          ADMINISTRATION.map(({ to, title, icon: Icon }) => (
            <Menu.Item
              key={to}
              mih={44}
              leftSection={<Icon size={18} />}
              renderRoot={(props) => <Link to={to} {...props} />}
            >
              {title}
            </Menu.Item>
          ))}
        <Menu.Item
          mih={44}
          leftSection={<IconLogout size={18} />}
          closeMenuOnClick={false}
          disabled={mutation.isPending}
          onClick={() => mutation.mutate()}
        >
          {text.signOut}
        </Menu.Item>
        {mutation.isError && <Menu.Label role="alert">{text.signingOutFailedTry}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}
