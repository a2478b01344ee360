import type { Role } from '@mlmcsc/contracts';

/** From the least to the most. */
export const ROLES: readonly Role[] = ['viewer', 'technician', 'reviewer', 'engineer', 'admin'];
