import type { Endpoint } from '../../api-instance.ts';
import { changeUser } from './change-user.ts';
import { deactivateUser } from './deactivate-user.ts';
import { getUser } from './get-user.ts';
import { inviteUser } from './invite-user.ts';
import { issueOneTimeLink } from './issue-link.ts';
import { listUserApiKeys } from './list-user-api-keys.ts';
import { listUserSessions } from './list-user-sessions.ts';
import { listUsers } from './list-users.ts';
import { reactivateUser } from './reactivate-user.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { revokeUserApiKey } from './revoke-user-api-key.ts';
import { revokeUserSession } from './revoke-user-session.ts';
import { revokeUserSessions } from './revoke-user-sessions.ts';

export const userRoutes: readonly Endpoint[] = [
  changeUser,
  deactivateUser,
  getUser,
  inviteUser,
  issueOneTimeLink,
  listUserApiKeys,
  listUserSessions,
  listUsers,
  reactivateUser,
  resetSecondFactor,
  revokeUserApiKey,
  revokeUserSession,
  revokeUserSessions,
];
