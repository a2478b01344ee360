import { type Static, Type } from 'typebox';
import { Id, Instant, nullable, PageQuery } from './common.ts';
import { Role } from './session.ts';

const Password = Type.String({
  minLength: 1,
  maxLength: 200,
  description: '12 to 200 characters, not a common one',
});
const PresentPassword = Type.String({ minLength: 1, maxLength: 200 });
const DisplayName = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const Code = Type.String({ minLength: 6, maxLength: 30, description: 'Six digits, or a recovery code' });

/** A user as administrators see it. */
export const User = Type.Object(
  {
    id: Id,
    username: Type.String(),
    display_name: Type.String(),
    role: Role,
    status: Type.Union([Type.Literal('invited'), Type.Literal('active'), Type.Literal('deactivated')], {
      description: '`invited`: has not used the link yet',
    }),
    has_password: Type.Boolean(),
    has_single_sign_on: Type.Boolean(),
    has_second_factor: Type.Boolean(),
    created_at: Instant,
    last_signed_in_at: nullable(Instant),
  },
  { $id: 'User', additionalProperties: false },
);
export type User = Static<typeof User>;

export const UserQuery = Type.Object({ ...PageQuery.properties }, { additionalProperties: false });
export type UserQuery = Static<typeof UserQuery>;

export const InviteUserRequest = Type.Object(
  {
    username: Type.String({ minLength: 1, maxLength: 100 }),
    display_name: Type.Optional(DisplayName),
    role: Role,
  },
  { $id: 'InviteUserRequest', additionalProperties: false },
);
export type InviteUserRequest = Static<typeof InviteUserRequest>;

export const ChangeUserRequest = Type.Object(
  { role: Type.Optional(Role), display_name: Type.Optional(DisplayName) },
  { $id: 'ChangeUserRequest', additionalProperties: false, minProperties: 1 },
);
export type ChangeUserRequest = Static<typeof ChangeUserRequest>;

const LinkPurpose = Type.Union([Type.Literal('invitation'), Type.Literal('password-reset')]);

/** Lets its holder set a password, once. */
export const OneTimeLink = Type.Object(
  {
    purpose: LinkPurpose,
    token: Type.String({ description: 'Shown only now' }),
    path: Type.String({ description: 'Page of the web application, with the token in its fragment' }),
    expires_at: Instant,
  },
  { $id: 'OneTimeLink', additionalProperties: false },
);
export type OneTimeLink = Static<typeof OneTimeLink>;

export const InvitedUser = Type.Object(
  { user: User, link: OneTimeLink },
  { $id: 'InvitedUser', additionalProperties: false },
);
export type InvitedUser = Static<typeof InvitedUser>;

const Token = Type.String({ minLength: 20, maxLength: 100, pattern: '^[A-Za-z0-9_-]+$' });

export const InspectLinkRequest = Type.Object(
  { token: Token },
  { $id: 'InspectLinkRequest', additionalProperties: false },
);
export type InspectLinkRequest = Static<typeof InspectLinkRequest>;

export const RedeemLinkRequest = Type.Object(
  { token: Token, password: Password },
  { $id: 'RedeemLinkRequest', additionalProperties: false },
);
export type RedeemLinkRequest = Static<typeof RedeemLinkRequest>;

/** For whom a one-time link is, and what for. */
export const LinkHolder = Type.Object(
  {
    purpose: LinkPurpose,
    username: Type.String(),
    display_name: Type.String(),
    expires_at: Instant,
  },
  { $id: 'LinkHolder', additionalProperties: false },
);
export type LinkHolder = Static<typeof LinkHolder>;

/** A live sign-in. */
export const SessionInfo = Type.Object(
  {
    id: Id,
    is_current: Type.Boolean({ description: 'Whether it is the one that asks' }),
    method: Type.Union([
      Type.Literal('password'),
      Type.Literal('password-and-code'),
      Type.Literal('single-sign-on'),
    ]),
    created_at: Instant,
    expires_at: Instant,
    ip_address: nullable(Type.String()),
    user_agent: nullable(Type.String()),
  },
  { $id: 'SessionInfo', additionalProperties: false },
);
export type SessionInfo = Static<typeof SessionInfo>;

export const ApiKeyScope = Type.Union(
  [
    Type.Literal('read'),
    Type.Literal('measure'),
    Type.Literal('label'),
    Type.Literal('records'),
    Type.Literal('jobs'),
    Type.Literal('models'),
    Type.Literal('admin'),
  ],
  { $id: 'ApiKeyScope', description: 'What a key may be used for, always within its owner’s role' },
);
export type ApiKeyScope = Static<typeof ApiKeyScope>;

/** An API key, without its secret. */
export const ApiKey = Type.Object(
  {
    id: Id,
    name: Type.String(),
    prefix: Type.String({ description: 'Beginning of the secret, to tell keys apart' }),
    scopes: Type.Array(ApiKeyScope),
    created_at: Instant,
    expires_at: Instant,
    last_used_at: nullable(Instant),
  },
  { $id: 'ApiKey', additionalProperties: false },
);
export type ApiKey = Static<typeof ApiKey>;

export const CreateApiKeyRequest = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    scopes: Type.Array(ApiKeyScope, { minItems: 1, uniqueItems: true }),
    expires_in_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366, default: 90 })),
  },
  { $id: 'CreateApiKeyRequest', additionalProperties: false },
);
export type CreateApiKeyRequest = Static<typeof CreateApiKeyRequest>;

export const CreatedApiKey = Type.Object(
  { key: ApiKey, secret: Type.String({ description: 'Shown only now' }) },
  { $id: 'CreatedApiKey', additionalProperties: false },
);
export type CreatedApiKey = Static<typeof CreatedApiKey>;

/** One's own account. */
export const Account = Type.Object(
  {
    user: User,
    second_factor: Type.Object(
      {
        is_active: Type.Boolean(),
        is_missing: Type.Boolean({ description: 'The role demands one, and none is set up' }),
        recovery_codes_left: Type.Integer({ minimum: 0 }),
      },
      { additionalProperties: false },
    ),
  },
  { $id: 'Account', additionalProperties: false },
);
export type Account = Static<typeof Account>;

export const ChangePasswordRequest = Type.Object(
  { current_password: PresentPassword, new_password: Password },
  { $id: 'ChangePasswordRequest', additionalProperties: false },
);
export type ChangePasswordRequest = Static<typeof ChangePasswordRequest>;

/** Shows once more that the caller is the account's owner. */
export const ConfirmWithPassword = Type.Object(
  { current_password: PresentPassword },
  { $id: 'ConfirmWithPassword', additionalProperties: false },
);
export type ConfirmWithPassword = Static<typeof ConfirmWithPassword>;

export const SecondFactorOffer = Type.Object(
  {
    secret: Type.String({ description: 'Base 32, to be typed into an authenticator' }),
    otpauth_uri: Type.String(),
    qr_svg: Type.String({ description: 'The address as a QR code, an SVG document' }),
  },
  { $id: 'SecondFactorOffer', additionalProperties: false },
);
export type SecondFactorOffer = Static<typeof SecondFactorOffer>;

export const ConfirmSecondFactorRequest = Type.Object(
  { code: Code },
  { $id: 'ConfirmSecondFactorRequest', additionalProperties: false },
);
export type ConfirmSecondFactorRequest = Static<typeof ConfirmSecondFactorRequest>;

export const RecoveryCodes = Type.Object(
  { codes: Type.Array(Type.String(), { description: 'Each works once; shown only now' }) },
  { $id: 'RecoveryCodes', additionalProperties: false },
);
export type RecoveryCodes = Static<typeof RecoveryCodes>;
