export { type AuthOptions, createAuth, SESSION_SECONDS } from './create-auth.ts';
export { randomPassword } from './credentials.ts';
export { type OidcSettings, readOidcSettings } from './oidc-settings.ts';
export { isApiKey, type LiveApiKey, PostgresApiKeys } from './postgres-api-keys.ts';
export type { IdentityChange, RecordChange } from './record-change.ts';
export {
  type LiveSession,
  SessionAuthenticator,
  type SessionAuthenticatorOptions,
  type SignInCredentials,
} from './session-authenticator.ts';
export { SingleSignOn, type SingleSignOnOptions } from './single-sign-on.ts';
export { type SecondFactorOptions, TimeBasedSecondFactors } from './time-based-second-factors.ts';
export { type NewUser, UserAccounts } from './user-accounts.ts';
