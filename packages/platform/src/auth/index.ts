export { type AuthOptions, createAuth, SESSION_SECONDS } from './create-auth.ts';
export { randomPassword } from './credentials.ts';
export { type LiveSession, SessionAuthenticator } from './session-authenticator.ts';
export { type NewUser, UserAccounts } from './user-accounts.ts';
