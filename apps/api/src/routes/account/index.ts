import type { Endpoint } from '../../api-instance.ts';
import { beginSecondFactor } from './begin-second-factor.ts';
import { changePassword } from './change-password.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { createApiKey } from './create-api-key.ts';
import { getAccount } from './get-account.ts';
import { listOwnApiKeys } from './list-own-api-keys.ts';
import { listOwnSessions } from './list-own-sessions.ts';
import { removeSecondFactor } from './remove-second-factor.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { revokeOtherSessions } from './revoke-other-sessions.ts';
import { revokeOwnApiKey } from './revoke-own-api-key.ts';
import { revokeOwnSession } from './revoke-own-session.ts';

export const accountRoutes: readonly Endpoint[] = [
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  createApiKey,
  getAccount,
  listOwnApiKeys,
  listOwnSessions,
  removeSecondFactor,
  renewRecoveryCodes,
  revokeOtherSessions,
  revokeOwnApiKey,
  revokeOwnSession,
];
