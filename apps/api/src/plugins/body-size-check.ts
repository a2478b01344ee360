import { InvalidInput } from '@mlmcsc/core';
import type { ApiInstance } from '../api-instance.ts';

/** Room for the parts of a form around its file. */
const FORM_OVERHEAD_BYTES = 64 * 1024;

/** Refuses a body by its announced size before any of it is read; one without a size is cut off while it is read. */
export function checkBodySize(app: ApiInstance): void {
  app.addHook('onRequest', async (request) => {
    const announced = Number(request.headers['content-length'] ?? 0);
    const { bodyLimit, config } = request.routeOptions;
    const room = config.multipartForm === undefined ? 0 : FORM_OVERHEAD_BYTES;
    if (bodyLimit === undefined || announced <= bodyLimit + room) return;
    throw new InvalidInput('body-too-large', `The body may have at most ${bodyLimit} bytes.`);
  });
}
