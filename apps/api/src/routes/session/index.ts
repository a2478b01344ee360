import type { Endpoint } from '../../api-instance.ts';
import { createSession } from './create-session.ts';
import { deleteSession } from './delete-session.ts';
import { getSession } from './get-session.ts';

export const sessionRoutes: readonly Endpoint[] = [createSession, getSession, deleteSession];
