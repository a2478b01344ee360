import { type Static, Type } from 'typebox';
import { Id, Instant, Sha256 } from './common.ts';
import { ImageContext } from './image.ts';

/** Begins an upload that goes past the API. */
export const StartUploadRequest = Type.Object(
  { size_bytes: Type.Integer({ minimum: 1, description: 'Exact size of the file' }) },
  { $id: 'StartUploadRequest', additionalProperties: false },
);
export type StartUploadRequest = Static<typeof StartUploadRequest>;

export const Upload = Type.Object(
  {
    id: Id,
    method: Type.Literal('PUT'),
    url: Type.String({
      description:
        'Where the file goes: an address of the object store, or a path of this server. It works without a session until it expires.',
    }),
    headers: Type.Record(Type.String(), Type.String(), {
      description: 'To be sent exactly so; clients that set `content-length` themselves leave that one out',
    }),
    expires_at: Instant,
  },
  { $id: 'Upload', additionalProperties: false },
);
export type Upload = Static<typeof Upload>;

/** Says what was uploaded, so that it becomes an image. */
export const CompleteUploadRequest = Type.Object(
  {
    file_name: Type.String({ maxLength: 1000, description: 'For display only' }),
    sha256: Type.Optional(Sha256),
    ...ImageContext.properties,
  },
  { $id: 'CompleteUploadRequest', additionalProperties: false },
);
export type CompleteUploadRequest = Static<typeof CompleteUploadRequest>;

/** An address of a picture that works without a session for some minutes. */
export const ContentLink = Type.Object(
  {
    url: Type.String({ description: 'An address of the object store, or a path of this server' }),
    expires_at: Instant,
  },
  { $id: 'ContentLink', additionalProperties: false },
);
export type ContentLink = Static<typeof ContentLink>;
