import type { Role } from '@mlmcsc/contracts';
import { text } from '../texts/text.ts';

/** What a role is called. */
export function roleText(role: Role): string {
  return text[role];
}

/** Roles in order of power; the server decides, this only spares people dead ends. */
const ORDER: readonly Role[] = ['viewer', 'technician', 'reviewer', 'engineer', 'admin'];

/** Whether `role` may do what needs at least `needed`. */
export function roleAtLeast(role: Role, needed: Role): boolean {
  return ORDER.indexOf(role) >= ORDER.indexOf(needed);
}
