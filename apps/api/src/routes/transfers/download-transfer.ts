import { assertPicturesThere } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { binary, noContent, problems } from '../../http/route-schema.ts';
import { sendImmutable } from '../../http/send-immutable.ts';
import { requireLocal, TransferQuery } from './local-transfers.ts';

/** What a link of a content link points at where pictures are files of this server. */
export const downloadTransfer: Endpoint = (app, { localTransfers, objects, store }) => {
  app.get(
    '/transfers',
    {
      schema: {
        operationId: 'downloadTransfer',
        tags: ['images'],
        summary: 'Follow a content link',
        description: 'The signed address is what allows it; ask `/images/{id}/content-link` for one.',
        querystring: TransferQuery,
        response: {
          200: binary('The rendition', 'image/jpeg', 'image/webp', 'image/png'),
          304: noContent('Unchanged (If-None-Match)'),
          ...problems(
            [
              'invalid-request',
              'transfer-refused',
              'object-not-found',
              'pictures-removed',
              'object-damaged',
              'storage-failed',
            ],
            'public',
          ),
        },
      },
    },
    async (request, reply) => {
      const { key } = requireLocal(localTransfers).openDownload(request.query.token);
      // A link outlives the picture that it was made for.
      const removal = await store.rows.objects.removal(key);
      if (removal !== null) {
        assertPicturesThere({ picturesRemovedAt: removal.at, picturesRemovedBy: removal.policy });
      }
      return sendImmutable(request, reply, key, () => objects.get(key));
    },
  );
};
