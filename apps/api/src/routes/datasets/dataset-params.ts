import { Type } from 'typebox';

/** A version by its digest. */
export const DatasetParams = Type.Object({
  digest: Type.String({
    pattern: '^[0-9a-f]{8,64}$',
    description: 'SHA-256 of the manifest, or its beginning (at least 8 digits)',
  }),
});
