import type { Role } from '@mlmcsc/contracts';
import Schema from 'typebox/schema';
import type { ResponseChecker } from '../integration/support/response-checker.ts';
import { findLeaks } from './find-leaks.ts';
import type { JsonSchema } from './generate-value.ts';
import { KINDS, makeRequest, type RequestContext } from './make-request.ts';
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

export interface FuzzTarget {
  readonly url: string;
  readonly checker: ResponseChecker;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** Headers of somebody with this role who is signed in now. */
  headersOf(role: Role): Promise<Readonly<Record<string, string>>>;
  /** Pictures to upload. */
  readonly pictures: readonly Uint8Array[];
  /** Texts that must never appear in an answer. */
  readonly secrets: readonly string[];
}

export interface FuzzReport {
  readonly seed: number;
  readonly requests: number;
  readonly malformed: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Operations that were answered with success at least once. */
  readonly succeeded: readonly string[];
  /** Operations never answered with success. */
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
  const known = new Map<string, string[]>([
    ['model', ['percent-shear', '1.0.0']],
    ['version', ['1.0.0']],
  ]);
  const context: RequestContext = { random, schemas: target.schemas, known, pictures: target.pictures };
  const byStatus: Record<string, number> = {};
  const succeeded = new Set<string>();
  const findings: string[] = [];
  let requests = 0;
  let slowestMs = 0;

  for (let round = 0; round < options.round; round += 1) {
    for (const operation of target.checker.operations) {
      const role = random.pick(ROLES);
      const signedIn = role === null ? {} : await target.headersOf(role);
      const made = makeRequest(operation, signedIn, context);
      requests += 1;
      const where = `#${requests} ${made.method} ${made.target.slice(0, 200)} as ${role}`;
      let answer: FuzzAnswer;
      try {
        answer = await sendRequest(target.url, made, TIMEOUT_MS);
      } catch (error) {
        // The client refuses to send some texts; a connection that the server ends is told by the health check.
        const { code, message } = error as NodeJS.ErrnoException;
        if (code === 'ERR_INVALID_CHAR' || code === 'ERR_UNESCAPED_CHARACTERS') continue;
        if (code === 'ECONNRESET' || code === 'EPIPE') {
          byStatus.reset = (byStatus.reset ?? 0) + 1;
          if ((made.body?.length ?? 0) < 100_000) findings.push(`${where}: ${code}`);
          continue;
        }
        findings.push(`${where}: ${message}`);
        continue;
      }
      byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1;
      slowestMs = Math.max(slowestMs, answer.elapsedMs);
      const found = [...faultsOf(answer, target), ...promisesBroken(made, answer, target.checker)];
      for (const fault of found) findings.push(`${where}: ${fault}\n  ${describe(made, answer)}`);
      if (answer.status < 300 && made.method === operation.method) {
        succeeded.add(operation.operation.operationId);
        remember(operation.path, answer, known);
      }
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
    neverSucceeded: names.filter((name) => !succeeded.has(name)).sort(),
    slowestMs: Math.round(slowestMs),
    findings,
  };
}

const problemSchema = new Map<object, ReturnType<typeof Schema.Compile>>();

/** What is wrong with an answer, whatever was asked. */
function faultsOf(answer: FuzzAnswer, { schemas, secrets }: FuzzTarget): string[] {
  const text = answer.body.toString('utf8');
  const isPage = answer.headers['content-type']?.startsWith('text/html') === true;
  const faults = isPage ? [] : findLeaks(text, secrets).map((leak) => `shows ${leak}`);
  if (answer.status >= 500) faults.push(`status ${answer.status}`);
  const problem = schemas.Problem;
  if (answer.status >= 400 && text !== '' && problem !== undefined) {
    const mediaType = answer.headers['content-type']?.split(';', 1)[0];
    if (mediaType === 'application/problem+json') {
      let validator = problemSchema.get(problem);
      if (validator === undefined) {
        validator = Schema.Compile(problem as never);
        problemSchema.set(problem, validator);
      }
      const value: unknown = JSON.parse(text);
      if (!validator.Check(value)) faults.push('the problem document does not fit its schema');
      else if ((value as { status: number }).status !== answer.status) faults.push('the status differs');
    } else if (mediaType !== 'application/json') {
      faults.push(`an error of the type ${mediaType}`);
    }
  }
  return faults;
}

/** What of the OpenAPI document an answer breaks. */
function promisesBroken(made: FuzzRequest, answer: FuzzAnswer, checker: ResponseChecker): string[] {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  try {
    const isStream = answer.headers['content-type']?.startsWith('text/event-stream') === true;
    const isHead = made.method === 'HEAD';
    if (!isStream && !isHead && !isBeforeRoutes(made, answer)) {
      checker.check(made.method, made.target, { status: answer.status, headers, body: answer.body });
    }
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Whether the request was refused before any route was looked for: its header or a part of its address is too long. */
function isBeforeRoutes(made: FuzzRequest, answer: FuzzAnswer): boolean {
  if (answer.status === 431) return true;
  const path = made.target.split('?', 1)[0] ?? '';
  return answer.status === 404 && path.split('/').some((part) => decodeURIComponent(part).length > 200);
}

/** Keeps identifiers, so that later requests ask for things that exist. */
function remember(path: string, answer: FuzzAnswer, known: Map<string, string[]>): void {
  if (answer.headers['content-type']?.startsWith('application/json') !== true) return;
  const keep = (kind: string, id: string) => {
    const ids = known.get(kind) ?? [];
    known.set(kind, ids);
    if (ids.length < 50 && !ids.includes(id)) ids.push(id);
  };
  const folder = /^\/api\/v1\/(\w+)/.exec(path)?.[1] ?? '';
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const member of node) visit(member);
    if (node === null || typeof node !== 'object' || Array.isArray(node)) return;
    for (const [name, value] of Object.entries(node)) {
      if (typeof value !== 'string') visit(value);
      else if (name === 'id') keep(KINDS[folder] ?? folder, value);
      else if (name.endsWith('_id')) keep(name.slice(0, -'_id'.length), value);
    }
  };
  visit(JSON.parse(answer.body.toString('utf8')));
}

const describe = (made: FuzzRequest, answer: FuzzAnswer): string =>
  JSON.stringify({
    headers: { ...made.headers, cookie: undefined, authorization: undefined },
    body: made.body?.subarray(0, 300).toString('latin1'),
    answer: answer.body.subarray(0, 600).toString('utf8'),
  });
