import type { Session } from '@mlmcsc/contracts';
import type { AuthenticatedSession } from '../http/authenticator.ts';

/** The session as the API shows it; its secret is in the cookie only. */
export const presentSession = ({ user, expiresAt, session }: AuthenticatedSession): Session => ({
  user: { id: user.id, username: user.username, display_name: user.displayName, role: user.role },
  expires_at: expiresAt.toISOString(),
  second_factor_missing: session?.lacksSecondFactor ?? false,
});
