import { createHash } from 'node:crypto';
import { NotFound, Unavailable } from '@mlmcsc/core';

const keyPattern = /^sha256\/([0-9a-f]{2})\/([0-9a-f]{2})\/(\1\2[0-9a-f]{60})$/;
const uploadIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where everything lies that is not an object yet. */
export const INCOMING = 'incoming';

/** The digest that a key names, or null for what is no key: nothing outside the objects can be named. */
export function digestOfKey(key: string): string | null {
  return keyPattern.exec(key)?.[3] ?? null;
}

/** @throws NotFound `object-not-found` for what is no key */
export function requireDigest(key: string): string {
  const digest = digestOfKey(key);
  if (digest === null) throw objectNotFound(key);
  return digest;
}

/** @throws NotFound `upload-not-found` for what is no identifier of an upload */
export function requireUploadId(uploadId: string): string {
  if (!uploadIdPattern.test(uploadId)) throw uploadNotFound(uploadId);
  return uploadId;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The pieces unchanged; fails at the end when they are not what the key promises. */
export async function* verified(
  content: AsyncIterable<Uint8Array>,
  key: string,
): AsyncGenerator<Uint8Array, void> {
  const hash = createHash('sha256');
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== requireDigest(key)) throw objectDamaged(key);
}

/** @throws RangeError */
export function requireRange({ offset, length }: { readonly offset: number; readonly length: number }): void {
  if (!Number.isSafeInteger(offset) || offset < 0) {
    throw new RangeError(`offset must be a whole number from 0, not ${offset}`);
  }
  if (!Number.isSafeInteger(length) || length < 1) {
    throw new RangeError(`length must be a whole number from 1, not ${length}`);
  }
}

/** @throws RangeError */
export function requireLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    throw new RangeError(`limit must be a whole number from 1 to 1000, not ${limit}`);
  }
}

export function objectNotFound(key: string, cause?: unknown): NotFound {
  return new NotFound('object-not-found', 'The stored file does not exist.', { context: { key }, cause });
}

export function uploadNotFound(uploadId: string, cause?: unknown): NotFound {
  return new NotFound(
    'upload-not-found',
    'Nothing was uploaded under this identifier, or it was completed or has expired.',
    { context: { upload_id: uploadId }, cause },
  );
}

export function objectDamaged(key: string): Unavailable {
  return new Unavailable(
    'object-damaged',
    'A stored file no longer has the content it was stored with; restore it from a backup.',
    { context: { key }, retryable: false },
  );
}
