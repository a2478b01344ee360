import type { Endpoint } from '../../api-instance.ts';
import { problemIndex, problemPage } from './problem-pages.ts';

export const problemRoutes: readonly Endpoint[] = [problemIndex, problemPage];
