import { createHash, randomBytes } from 'node:crypto';

/** How a secret of enough random bits is kept: without a slow hash, because it cannot be guessed. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** 256 random bits, fit for addresses. */
export const randomToken = (): string => randomBytes(32).toString('base64url');
