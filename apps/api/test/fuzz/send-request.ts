import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

export interface FuzzRequest {
  readonly method: string;
  /** Path with query, as it goes on the wire. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

export interface FuzzAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As far as it was read: event streams never end. */
  readonly body: Buffer;
  readonly elapsedMs: number;
}

const STREAM_READ_MS = 50;

/** Sends a request as it is. @throws Error when nothing comes in time, or the connection ends without an answer */
export function sendRequest(baseUrl: string, request: FuzzRequest, timeoutMs: number): Promise<FuzzAnswer> {
  const started = performance.now();
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({
      host: hostname,
      port,
      method: request.method,
      path: request.target,
      headers: {
        ...request.headers,
        ...(request.body === null ? {} : { 'content-length': request.body.length }),
      },
      agent: false,
    });
    const timer = setTimeout(() => outgoing.destroy(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
    outgoing.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    outgoing.once('response', (incoming) => {
      const pieces: Buffer[] = [];
      const finish = () => {
        clearTimeout(timer);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(pieces),
          elapsedMs: performance.now() - started,
        });
      };
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.once('end', finish);
      incoming.once('error', () => {});
      if (incoming.headers['content-type']?.startsWith('text/event-stream') === true) {
        setTimeout(() => {
          finish();
          outgoing.destroy();
        }, STREAM_READ_MS);
      }
    });
    outgoing.end(request.body ?? undefined);
  });
}

/** Writes bytes to a socket and reads what comes until the server closes. @throws Error when it does not in time */
export function sendBytes(baseUrl: string, bytes: Buffer | string, timeoutMs: number): Promise<string> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`not closed in ${timeoutMs} ms after ${JSON.stringify(text.slice(0, 200))}`));
    }, timeoutMs);
    socket.setEncoding('latin1').on('data', (piece: string) => {
      text += piece;
    });
    // A server may close while we still write.
    socket.on('error', () => {});
    socket.once('close', () => {
      clearTimeout(timer);
      resolve(text);
    });
    socket.write(bytes);
    socket.end();
  });
}
