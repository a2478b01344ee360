import type { Role } from '@mlmcsc/contracts';
import type { DocumentedOperation } from '../integration/support/response-checker.ts';
import { findLeaks } from './find-leaks.ts';
import { judgeAnswer, type Promises } from './judge-answer.ts';
import type { KnownValues } from './known-values.ts';
import { makeRequest, type RequestContext } from './make-request.ts';
import { MALFORMED_HTTP } from './malformed-http.ts';
import { createSeededRandom } from './seeded-random.ts';
import { type FuzzAnswer, type FuzzRequest, sendBytes, sendRequest } from './send-request.ts';

const TIMEOUT_MS = 15_000;
const ROLES: readonly [Role | null, ...(Role | null)[]] = [
  null,
  'viewer',
  'technician',
  'reviewer',
  'engineer',
  'admin',
  'admin',
  'admin',
];

/** Succeed only with a provider of single sign-on (`single-sign-on.test.ts`). */
const NEEDS_ANOTHER_SERVICE: ReadonlySet<string> = new Set(['beginSingleSignOn', 'finishSingleSignOn']);
/** How often an operation that never succeeded is asked for once more, with nothing wrong in the request. */
const FITTING_TRIES = 40;

export interface FuzzTarget extends Promises {
  readonly url: string;
  /** What exists at the beginning; more is learned from the answers. */
  readonly known: KnownValues;
  /** Headers of somebody with this role who is signed in now. */
  headersOf(role: Role): Promise<Readonly<Record<string, string>>>;
  /** Pictures to upload. */
  readonly pictures: readonly Uint8Array[];
}

export interface FuzzReport {
  readonly seed: number;
  readonly requests: number;
  readonly malformed: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Operations that were answered with success at least once. */
  readonly succeeded: readonly string[];
  /** Operations never answered with success, without those that need another service. */
  readonly neverSucceeded: readonly string[];
  readonly slowestMs: number;
  readonly findings: readonly string[];
}

/** Sends seeded requests to every operation, then broken HTTP, and holds each answer to what the document promises.
 * @param round - how many requests to each operation
 */
export async function fuzzApi(
  target: FuzzTarget,
  options: { readonly seed: number; readonly round: number },
): Promise<FuzzReport> {
  const random = createSeededRandom(options.seed);
  const { known, checker } = target;
  const context: RequestContext = { random, schemas: target.schemas, known, pictures: target.pictures };
  const byStatus: Record<string, number> = {};
  // Before the first request somebody may have prepared things through the API.
  const succeeded = new Set(
    [...checker.seen].filter((seen) => / [23]\d\d$/.test(seen)).map((seen) => seen.split(' ', 1)[0] ?? ''),
  );
  const findings: string[] = [];
  let requests = 0;
  let slowestMs = 0;

  const ask = async (operation: DocumentedOperation, role: Role | null, mayBeWrong: boolean) => {
    const signedIn = role === null ? {} : await target.headersOf(role);
    const made = makeRequest(operation, signedIn, context, mayBeWrong);
    requests += 1;
    const where = `#${requests} ${made.method} ${made.target.slice(0, 200)} as ${role}`;
    let answer: FuzzAnswer;
    try {
      answer = await sendRequest(target.url, made, TIMEOUT_MS);
    } catch (error) {
      // The client refuses to send some texts; a connection that the server ends is told by the health check.
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ERR_INVALID_CHAR' || code === 'ERR_UNESCAPED_CHARACTERS') return;
      if (code === 'ECONNRESET' || code === 'EPIPE') {
        byStatus.reset = (byStatus.reset ?? 0) + 1;
        if ((made.body?.length ?? 0) < 100_000) findings.push(`${where}: ${code}`);
        return;
      }
      findings.push(`${where}: ${message}`);
      return;
    }
    byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1;
    slowestMs = Math.max(slowestMs, answer.elapsedMs);
    for (const fault of judgeAnswer(made, answer, target)) {
      findings.push(`${where}: ${fault}\n  ${describe(made, answer)}`);
    }
    // A redirect is a success too, unless it only says that nothing has changed.
    if (answer.status >= 400 || answer.status === 304 || made.method !== operation.method) return;
    succeeded.add(operation.operation.operationId);
    if (made.method === 'DELETE') known.forget(made.target.slice(made.target.lastIndexOf('/') + 1));
    else if (answer.headers['content-type']?.startsWith('application/json') === true) {
      known.remember(operation.path, JSON.parse(answer.body.toString('utf8')));
    }
  };

  for (let round = 0; round < options.round; round += 1) {
    for (const operation of checker.operations) {
      await ask(operation, random.chance(0.5) ? neededFor(operation) : random.pick(ROLES), true);
    }
  }
  const isLeft = ({ operation }: DocumentedOperation) =>
    !succeeded.has(operation.operationId) && !NEEDS_ANOTHER_SERVICE.has(operation.operationId);
  for (let tries = 0; tries < FITTING_TRIES && checker.operations.some(isLeft); tries += 1) {
    for (const operation of checker.operations) {
      // What others deleted is made again, so that there is something to ask for.
      if (!isLeft(operation) && operation.method !== 'POST') continue;
      await ask(operation, neededFor(operation), false);
    }
  }

  for (const [name, bytes] of Object.entries(MALFORMED_HTTP)) {
    try {
      const text = await sendBytes(target.url, bytes, TIMEOUT_MS);
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0);
      if (status >= 500 && status !== 501) findings.push(`${name}: status ${status}`);
      for (const leak of findLeaks(text, target.secrets)) findings.push(`${name}: shows ${leak}: ${text}`);
      if (status >= 400 && !/content-type: application\/problem\+json/i.test(text)) {
        findings.push(`${name}: ${status} is no problem document: ${text.slice(0, 300)}`);
      }
    } catch (error) {
      findings.push(`${name}: ${(error as Error).message}`);
    }
  }

  for (const path of ['/livez', '/readyz', '/api/v1/history?limit=1']) {
    const headers = await target.headersOf('admin');
    const { status } = await sendRequest(
      target.url,
      { method: 'GET', target: path, headers, body: null },
      5_000,
    );
    if (status !== 200) findings.push(`afterwards ${path} answers ${status}`);
  }
  const names = target.checker.operations.map(({ operation }) => operation.operationId);
  return {
    seed: options.seed,
    requests,
    malformed: Object.keys(MALFORMED_HTTP).length,
    byStatus,
    succeeded: [...succeeded].sort(),
    neverSucceeded: names.filter((name) => !succeeded.has(name) && !NEEDS_ANOTHER_SERVICE.has(name)).sort(),
    slowestMs: Math.round(slowestMs),
    findings,
  };
}

const describe = (made: FuzzRequest, answer: FuzzAnswer): string =>
  JSON.stringify({
    headers: { ...made.headers, cookie: undefined, authorization: undefined },
    body: made.body?.subarray(0, 300).toString('latin1'),
    answer: answer.body.subarray(0, 600).toString('utf8'),
  });

/** Who may just call the operation. */
function neededFor({ operation }: DocumentedOperation): Role | null {
  const needed = operation['x-required-role'];
  return needed === 'public' ? null : (needed as Role);
}
