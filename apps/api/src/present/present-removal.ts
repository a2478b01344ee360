import type { Removal } from '@mlmcsc/contracts';

/** That a policy took something away, as the API shows it. */
export const presentRemoval = (
  at: Date | null | undefined,
  policy: string | null | undefined,
): Removal | null => (at == null || policy == null ? null : { at: at.toISOString(), policy });
