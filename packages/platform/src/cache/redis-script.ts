import { createHash } from 'node:crypto';
import { type Redis, ReplyError } from 'ioredis';

/** A program that the server runs as one step; sent in full only when the server does not know it (after a restart). */
export class RedisScript {
  readonly #text: string;
  readonly #digest: string;

  constructor(text: string) {
    this.#text = text;
    this.#digest = createHash('sha1').update(text).digest('hex');
  }

  async run(
    client: Redis,
    keys: readonly string[],
    parameters: readonly (string | number)[],
  ): Promise<unknown> {
    try {
      return await client.evalsha(this.#digest, keys.length, ...keys, ...parameters);
    } catch (error) {
      if (refusalOf(error)?.startsWith('NOSCRIPT') !== true) throw error;
      return client.eval(this.#text, keys.length, ...keys, ...parameters);
    }
  }
}

/** What the server said when it refused a command; null for every other failure. */
export function refusalOf(error: unknown): string | null {
  return error instanceof ReplyError ? (error as Error).message : null;
}
