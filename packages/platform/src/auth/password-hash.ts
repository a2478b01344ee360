import { NotAllowed } from '@mlmcsc/core';
import { hashPassword, verifyPassword } from 'better-auth/crypto';

/** Fits no password; checked where there is none, so that both take the same time. */
const NO_PASSWORD = `${'0'.repeat(32)}:${'0'.repeat(128)}`;

/** scrypt with a salt of its own. @source OWASP Password Storage Cheat Sheet */
export const hashOf = (password: string): Promise<string> => hashPassword(password);

/** Whether the password is right; takes as long when there is none. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const fits = await verifyPassword({ password, hash: hash ?? NO_PASSWORD });
  return fits && hash !== null;
}

/** @throws NotAllowed `password-wrong` */
export async function assertCurrentPassword(password: string, hash: string): Promise<void> {
  if (await isPassword(password, hash)) return;
  throw new NotAllowed('password-wrong', 'This is not your present password.');
}
