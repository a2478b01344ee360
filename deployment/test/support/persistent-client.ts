import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

/** Longest a write may take, with all its repetitions. */
const PATIENCE_MS = 300_000;

/** A client as the documentation asks for: each write has a key, and is repeated with it when the answer says 503, or when there is none. */
export interface PersistentClient {
  /** Stores a picture. @returns its id */
  upload(picture: Uint8Array, fileName: string): Promise<string>;
  /** Has it measured. @returns id of the analysis */
  analyse(imageId: string): Promise<string>;
  /** How often something had to be sent again. */
  repeated(): number;
}

export function createPersistentClient(url: string, cookie: string): PersistentClient {
  let repeated = 0;
  const post = async (path: string, init: () => RequestInit): Promise<string> => {
    const key = randomUUID();
    const givenUp = AbortSignal.timeout(PATIENCE_MS);
    for (;;) {
      givenUp.throwIfAborted();
      const request = init();
      const answer = await fetch(`${url}${path}`, {
        ...request,
        method: 'POST',
        headers: { ...request.headers, cookie, origin: url, 'idempotency-key': key },
      }).catch((error: unknown) => {
        if (error instanceof TypeError) return null;
        throw error;
      });
      const body = answer === null ? '' : await answer.text().catch(() => null);
      if (answer?.ok === true && body !== null) return (JSON.parse(body) as { id: string }).id;
      const mayRepeat =
        answer === null || body === null || answer.status === 503 || body.includes('idempotency-key-in-use');
      if (!mayRepeat) throw new Error(`POST ${path}: ${answer.status} ${body}`);
      repeated += 1;
      await delay(Number(answer?.headers.get('retry-after') ?? 1) * 1000);
    }
  };
  return {
    upload: (picture, fileName) =>
      post('/api/v1/images', () => {
        const body = new FormData();
        body.append('file', new Blob([Uint8Array.from(picture)]), fileName);
        return { body };
      }),
    analyse: (imageId) =>
      post('/api/v1/analyses', () => ({
        body: JSON.stringify({ image_id: imageId }),
        headers: { 'content-type': 'application/json' },
      })),
    repeated: () => repeated,
  };
}
