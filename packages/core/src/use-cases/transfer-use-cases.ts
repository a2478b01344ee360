import { createHash } from 'node:crypto';
import { DomainError, NotFound, Unavailable, Unprocessable } from '../errors.ts';
import { assertPicturesThere } from '../retention/pictures-removed.ts';
import type { Dependencies } from './dependencies.ts';
import { findImage } from './image-use-cases.ts';
import type { UseCases } from './use-cases.ts';

/** Long enough for a large picture over a slow line. */
const uploadLifetimeSeconds = 3_600;
/** A link is followed at once. */
const linkLifetimeSeconds = 300;

/** What clients transfer themselves, past the API. */
export function createTransferUseCases(
  dependencies: Dependencies,
  uploadImage: UseCases['uploadImage'],
): Pick<UseCases, 'startUpload' | 'sizeOfUpload' | 'completeUpload' | 'linkToImage'> {
  const { objects, ids } = dependencies;
  const { transfers } = objects;
  return {
    async startUpload({ sizeBytes }) {
      const uploadId = ids.next();
      const lifetimeSeconds = uploadLifetimeSeconds;
      return { uploadId, address: await transfers.uploadAddress(uploadId, { sizeBytes, lifetimeSeconds }) };
    },
    async sizeOfUpload(uploadId) {
      const sizeBytes = await transfers.uploadSize(uploadId);
      if (sizeBytes === null) {
        throw new NotFound(
          'upload-not-found',
          'Nothing was uploaded under this identifier, or it was completed or has expired.',
        );
      }
      return sizeBytes;
    },
    async completeUpload({ uploadId, sha256, ...upload }) {
      const bytes = await transfers.readUpload(uploadId);
      try {
        if (sha256 !== undefined && createHash('sha256').update(bytes).digest('hex') !== sha256) {
          throw new Unprocessable('upload-differs', 'What was uploaded is not what this SHA-256 belongs to.');
        }
        const stored = await uploadImage({ ...upload, bytes });
        await transfers.discardUpload(uploadId);
        return stored;
      } catch (error) {
        // What can never become a picture is not kept; what failed on our side may be completed again.
        if (error instanceof DomainError && !(error instanceof Unavailable)) {
          await transfers.discardUpload(uploadId);
        }
        throw error;
      }
    },
    async linkToImage({ imageId, rendition }) {
      const image = await findImage(dependencies, imageId);
      assertPicturesThere(image);
      const isThumbnail = rendition === 'thumbnail';
      return transfers.downloadAddress(isThumbnail ? image.thumbnailKey : image.displayKey, {
        mediaType: isThumbnail ? 'image/webp' : 'image/jpeg',
        lifetimeSeconds: linkLifetimeSeconds,
      });
    },
  };
}
