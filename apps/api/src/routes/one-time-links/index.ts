import type { Endpoint } from '../../api-instance.ts';
import { inspectOneTimeLink } from './inspect-link.ts';
import { redeemOneTimeLink } from './redeem-link.ts';

export const oneTimeLinkRoutes: readonly Endpoint[] = [inspectOneTimeLink, redeemOneTimeLink];
