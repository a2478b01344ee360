import type { ImageRecord } from '../domain/records.ts';
import { NotFound } from '../errors.ts';
import { objectKeyOf } from '../objects/object-key.ts';
import { assertPicturesThere } from '../retention/pictures-removed.ts';
import type { Dependencies } from './dependencies.ts';

/** The bytes of a model version, kept in memory. */
export function readModelBytes(
  { objects, cache }: Pick<Dependencies, 'objects' | 'cache'>,
  digest: string,
): Promise<Uint8Array> {
  return cache.remember(
    `model:${digest}`,
    () => objects.get(objectKeyOf(digest)),
    (bytes) => bytes.length,
  );
}

/** The picture as it was sent. @throws NotFound `pictures-removed`, also when that happened since the row was read */
export async function readOriginal(
  { store, objects }: Pick<Dependencies, 'store' | 'objects'>,
  image: ImageRecord,
): Promise<Uint8Array> {
  assertPicturesThere(image);
  try {
    return await objects.get(objectKeyOf(image.sha256));
  } catch (error) {
    if (error instanceof NotFound) assertPicturesThere((await store.rows.images.find(image.id)) ?? image);
    throw error;
  }
}
