import type { Endpoint } from '../../api-instance.ts';
import { beginSingleSignOn } from './begin-single-sign-on.ts';
import { createSession } from './create-session.ts';
import { deleteSession } from './delete-session.ts';
import { finishSingleSignOn } from './finish-single-sign-on.ts';
import { getSession } from './get-session.ts';
import { getSignInOptions } from './get-sign-in-options.ts';

export const sessionRoutes: readonly Endpoint[] = [
  createSession,
  getSession,
  deleteSession,
  getSignInOptions,
  beginSingleSignOn,
  finishSingleSignOn,
];
