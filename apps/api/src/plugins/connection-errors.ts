import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEM_MEDIA_TYPE } from '@mlmcsc/contracts';
import { InvalidInput } from '@mlmcsc/core';
import type { ApiInstance } from '../api-instance.ts';
import { problemDocument } from '../http/problem.ts';
import { PROBLEMS, type ProblemCode } from '../http/problem-table.ts';

const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'header-fields-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** Answers what is not HTTP at all, where there is no request yet to answer by the usual way. */
export function answerConnectionError(error: Error & { code?: string }, socket: Socket): void {
  // The other side is gone, or is already being answered: nothing can be said.
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy(error);
    return;
  }
  const code = CODES[error.code ?? ''] ?? 'invalid-request';
  const { status, title } = PROBLEMS[code];
  const answer = { code, status, title, detail: undefined, retryAfterSeconds: undefined, errors: undefined };
  const body = JSON.stringify(problemDocument(answer, { id: randomBytes(8).toString('hex'), url: '' }));
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\nContent-Type: ${PROBLEM_MEDIA_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** Answers, as a problem, what Node would refuse without a word: no Host header, an unknown expectation. */
export function answerOddities(app: ApiInstance): void {
  const server: Server = app.server;
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const { status, title } = PROBLEMS['expectation-failed'];
    const answer = {
      ...{ code: 'expectation-failed', status, title },
      ...{ detail: undefined, retryAfterSeconds: undefined, errors: undefined },
    };
    const id = randomBytes(8).toString('hex');
    response
      .writeHead(status, { 'content-type': PROBLEM_MEDIA_TYPE, 'x-request-id': id, connection: 'close' })
      .end(JSON.stringify(problemDocument(answer, { id, url: request.url ?? '' })));
  });
  app.addHook('onRequest', async (request) => {
    if (request.raw.httpVersion === '1.1' && request.headers.host === undefined) {
      throw new InvalidInput('invalid-request', 'HTTP/1.1 requests name a Host (RFC 9112, 3.2).');
    }
  });
}
