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
  },
  { $id: 'SignInRequest', additionalProperties: false },
);
export type SignInRequest = Static<typeof SignInRequest>;

export const SignedInUser = Type.Object(
  { id: Id, username: Type.String(), display_name: Type.String(), role: Role },
  { $id: 'SignedInUser', additionalProperties: false },
);
export type SignedInUser = Static<typeof SignedInUser>;

/** The signed-in session; the secret itself travels in an HttpOnly cookie only. */
export const Session = Type.Object(
  { user: SignedInUser, expires_at: Instant },
  { $id: 'Session', additionalProperties: false },
);
export type Session = Static<typeof Session>;
