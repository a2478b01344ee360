import type { Endpoint } from '../../api-instance.ts';
import { getLogo } from './get-logo.ts';
import { changeLetterhead, getLetterhead } from './letterhead.ts';

export const letterheadRoutes: readonly Endpoint[] = [getLetterhead, changeLetterhead, getLogo];
