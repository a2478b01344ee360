import type { ApiKey, LinkHolder, OneTimeLink, SessionInfo, User } from '@mlmcsc/contracts';
import type {
  ApiKeyRecord,
  OneTimeLinkHolder,
  OneTimeLink as OneTimeLinkRecord,
  SessionRecord,
  UserAccount,
} from '@mlmcsc/core';

/** A user as administrators and the user see it. */
export const presentUser = (user: UserAccount): User => ({
  id: user.id,
  username: user.username,
  display_name: user.displayName,
  role: user.role,
  status: user.status,
  has_password: user.hasPassword,
  has_single_sign_on: user.hasSingleSignOn,
  has_second_factor: user.hasSecondFactor,
  created_at: user.createdAt.toISOString(),
  last_signed_in_at: user.lastSignedInAt?.toISOString() ?? null,
});

/** A link with its secret, for the one who issued it. The fragment of an address never reaches a server or its log. */
export const presentLink = (link: OneTimeLinkRecord): OneTimeLink => ({
  purpose: link.purpose,
  token: link.token,
  path: `/welcome#${link.token}`,
  expires_at: link.expiresAt.toISOString(),
});

export const presentLinkHolder = (holder: OneTimeLinkHolder): LinkHolder => ({
  purpose: holder.purpose,
  username: holder.username,
  display_name: holder.displayName,
  expires_at: holder.expiresAt.toISOString(),
});

export const presentSessionInfo =
  (currentId: string | null) =>
  (session: SessionRecord): SessionInfo => ({
    id: session.id,
    is_current: session.id === currentId,
    method: session.method,
    created_at: session.createdAt.toISOString(),
    expires_at: session.expiresAt.toISOString(),
    ip_address: session.ipAddress,
    user_agent: session.userAgent,
  });

export const presentApiKey = (key: ApiKeyRecord): ApiKey => ({
  id: key.id,
  name: key.name,
  prefix: key.prefix,
  scopes: [...key.scopes],
  created_at: key.createdAt.toISOString(),
  expires_at: key.expiresAt.toISOString(),
  last_used_at: key.lastUsedAt?.toISOString() ?? null,
});
