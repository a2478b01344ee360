import type { ServerEvent } from '@mlmcsc/contracts';

/** An open event stream. */
export interface OpenStream {
  readonly status: number;
  readonly headers: Headers;
  readonly events: ServerEvent[];
  /** Everything received. */
  readonly text: () => string;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  /** Resolves with the first event that fits, past or future. */
  next(fits: (event: ServerEvent) => boolean): Promise<ServerEvent>;
  close(): void;
}

/** Opens an event stream and gathers what comes. */
export async function openStream(url: string, headers: Record<string, string>): Promise<OpenStream> {
  const controller = new AbortController();
  const response = await fetch(url, { headers, signal: controller.signal });
  const events: ServerEvent[] = [];
  let text = '';
  let wake = () => {};
  const ended = (async () => {
    try {
      const decoder = new TextDecoder();
      for await (const piece of response.body ?? []) {
        const before = text.lastIndexOf('\n\n') + 1;
        text += decoder.decode(piece, { stream: true });
        const blocks = text.slice(Math.max(0, before - 1), text.lastIndexOf('\n\n') + 2).split('\n\n');
        for (const block of blocks) {
          const data = /^data: (.*)$/m.exec(block)?.[1];
          if (data !== undefined) events.push(JSON.parse(data) as ServerEvent);
        }
        wake();
      }
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    }
  })();
  return {
    status: response.status,
    headers: response.headers,
    events,
    text: () => text,
    ended,
    async next(fits) {
      for (;;) {
        const found = events.find(fits);
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    close: () => controller.abort(),
  };
}
