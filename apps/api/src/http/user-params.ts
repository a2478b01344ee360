import { Type } from 'typebox';
import type { ProblemCode } from './problem-table.ts';

const uuid = (description: string) => Type.String({ format: 'uuid', description });

export const SessionParams = Type.Object({ sessionId: uuid('Session, UUID') });
export const KeyParams = Type.Object({ keyId: uuid('Key, UUID') });
export const UserSessionParams = Type.Object({ id: uuid('User, UUID'), sessionId: uuid('Session, UUID') });
export const UserKeyParams = Type.Object({ id: uuid('User, UUID'), keyId: uuid('Key, UUID') });

/** What every route with a JSON body may answer. */
export const BODY_PROBLEMS: readonly ProblemCode[] = [
  'invalid-request',
  'malformed-body',
  'unsupported-media-type',
  'body-too-large',
  'cross-site-request',
];
