import { NotAllowed } from '@mlmcsc/core';
import type { ApiInstance } from '../api-instance.ts';
import { bearerOf } from '../http/authenticator.ts';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that change something when a page of another site made the browser send them. Browsers always say
 * where such a request came from; programs send neither header and hold no cookie of somebody else. A browser
 * sends no API key on its own, and beside a key cookies are not looked at, so such requests need no check.
 * @param publicUrl - address users see; null takes the Host header
 */
export function checkSameSite(app: ApiInstance, publicUrl: string | null): void {
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin;
  app.addHook('onRequest', async (request) => {
    if (SAFE_METHODS.has(request.method) || bearerOf(request.headers.authorization) !== null) return;
    const site = request.headers['sec-fetch-site'];
    if (site === 'same-origin') return;
    const { origin } = request.headers;
    if (origin === undefined && (site === undefined || site === 'none')) return;
    if (origin !== undefined && site === undefined) {
      if (origin === publicOrigin || origin === `${request.protocol}://${request.host}`) return;
    }
    throw new NotAllowed('cross-site-request', 'The request did not come from a page of this server.');
  });
}
