import { type Static, Type } from 'typebox';
import { Id, Instant } from './common.ts';

/** Roles, from least to most powerful; the permission table lives in the API. */
export const Role = Type.Union(
  [
    Type.Literal('viewer'),
    Type.Literal('technician'),
    Type.Literal('reviewer'),
    Type.Literal('engineer'),
    Type.Literal('admin'),
  ],
  { $id: 'Role' },
);
export type Role = Static<typeof Role>;

export const SignInRequest = Type.Object(
  {
    username: Type.String({ minLength: 1, maxLength: 100 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
    code: Type.Optional(
      Type.String({
        minLength: 6,
        maxLength: 30,
        description: 'From users with a second factor: six digits, or a recovery code',
      }),
    ),
  },
  { $id: 'SignInRequest', additionalProperties: false },
);
export type SignInRequest = Static<typeof SignInRequest>;

export const SignedInUser = Type.Object(
  { id: Id, username: Type.String(), display_name: Type.String(), role: Role },
  { $id: 'SignedInUser', additionalProperties: false },
);
export type SignedInUser = Static<typeof SignedInUser>;

/** How people may sign in. */
export const SignInOptions = Type.Object(
  { single_sign_on: Type.Boolean({ description: 'Whether `GET /api/v1/session/sso` leads to a provider' }) },
  { $id: 'SignInOptions', additionalProperties: false },
);
export type SignInOptions = Static<typeof SignInOptions>;

/** The signed-in session; the secret itself travels in an HttpOnly cookie only. */
export const Session = Type.Object(
  {
    user: SignedInUser,
    expires_at: Instant,
    second_factor_missing: Type.Boolean({
      description: 'The role demands a second factor: until it is set up only the own account works',
    }),
  },
  { $id: 'Session', additionalProperties: false },
);
export type Session = Static<typeof Session>;
