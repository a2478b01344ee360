import { unwrap } from '@mlmcsc/client';
import { api } from '../../../shared/api/api.ts';

export const inspectLink = async (token: string) =>
  unwrap(await api.POST('/api/v1/one-time-links/inspect', { body: { token } }));
export const redeemLink = async (body: { token: string; password: string }) =>
  unwrap(await api.POST('/api/v1/one-time-links/redeem', { body }));
