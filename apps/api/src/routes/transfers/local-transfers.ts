import { NotAllowed } from '@mlmcsc/core';
import { Type } from 'typebox';

/** Serves the addresses of a store that has no server of its own. */
export interface LocalTransfers {
  /** @throws NotAllowed `transfer-refused` */
  openDownload(token: string): { readonly key: string; readonly mediaType: string };
  /** @throws NotAllowed `transfer-refused`; InvalidInput `upload-size-differs`; Unavailable */
  receiveUpload(token: string, content: AsyncIterable<Uint8Array>): Promise<void>;
}

export const TransferQuery = Type.Object(
  { token: Type.String({ minLength: 1, maxLength: 1000, description: 'As in the address that was given' }) },
  { additionalProperties: false },
);

/** @throws NotAllowed `transfer-refused` where the object store serves its own addresses */
export function requireLocal(transfers: LocalTransfers | null): LocalTransfers {
  if (transfers !== null) return transfers;
  throw new NotAllowed('transfer-refused', 'The address is not one of ours, was changed, or has expired.');
}
