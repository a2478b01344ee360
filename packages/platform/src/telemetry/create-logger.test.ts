import { expect, test } from 'vitest';
import { createLogger } from './create-logger.ts';
import { traceCarrier } from './trace-carrier.ts';

function linesOf(write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  const destination = { write: (line: string) => lines.push(line) };
  write(createLogger({ service: 'mlmcsc-test', version: '1.2.3', level: 'info', destination }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('lines are ECS JSON; fields of our own stand under mlmcsc', () => {
  const [line, ...more] = linesOf((log) => {
    log.info({ job_id: 'j1', err: new RangeError('broken'), user: { id: 'u1' } }, 'job failed');
    log.debug({}, 'not written');
  });
  expect(more).toEqual([]);
  expect(line).toMatchObject({
    message: 'job failed',
    'log.level': 'info',
    'service.name': 'mlmcsc-test',
    'service.version': '1.2.3',
    error: { type: 'RangeError', message: 'broken', stack_trace: expect.stringContaining('RangeError') },
    user: { id: 'u1' },
    mlmcsc: { job_id: 'j1' },
  });
});

test('lines within a trace name trace and span', () => {
  const trace = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), isSampled: false };
  const [inside, outside] = linesOf((log) => {
    traceCarrier.run(trace, () => log.info({}, 'inside'));
    log.info({}, 'outside');
  });
  expect(inside).toMatchObject({ 'trace.id': trace.traceId, 'span.id': trace.spanId });
  expect(outside).not.toHaveProperty(['trace.id']);
});

test('no secret and nothing of a person reaches a line, wherever it was put', () => {
  const planted = {
    password: 'hush-password',
    key: `mlmcsc_${'Ab3_-'.repeat(8)}0123abcd`,
    bearer: 'c2VjcmV0LXRva2Vu.abc',
    cookie: 'mlmcsc.session_token=c29tZXRoaW5n.signed',
    database: 'postgres://lab:s3cr3t@db.internal:5432/mlmcsc',
    jwt: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
    email: 'ann.smith@laboratory.example',
    name: 'Ann Smith',
    presigned: 'https://s3.example/pictures/1?X-Amz-Credential=AKIAEXAMPLE&X-Amz-Signature=0badc0de',
    grant: 'https://lab.example/api/v1/session/sso/callback?code=one-time-grant&state=x',
  };
  const lines = linesOf((log) => {
    log.info({ password: planted.password, deep: { list: [{ new_password: planted.password }] } }, 'a');
    log.info(
      { apiKey: planted.key, headers: { authorization: planted.bearer, cookie: planted.cookie } },
      'b',
    );
    log.info({ email: planted.email, username: planted.name, display_name: planted.name }, 'c');
    log.warn({ reason: `connect ${planted.database} failed` }, `key ${planted.key} of ${planted.email}`);
    log.warn({ err: new Error(`Bearer ${planted.bearer} and ${planted.jwt}`) }, `cookie: ${planted.cookie}`);
    log.error({ reason: planted.presigned, url: planted.grant }, `password=${planted.password}`);
    log.child({ token: planted.jwt }).info({}, 'd');
  });
  expect(lines).toHaveLength(7);
  const text = JSON.stringify(lines);
  const secrets = ['hush-password', planted.key, planted.bearer, 'c29tZXRoaW5n', 's3cr3t', planted.jwt];
  for (const secret of [...secrets, 'ann.smith', 'Ann Smith', '0badc0de', 'AKIAEXAMPLE', 'one-time-grant']) {
    expect(text).not.toContain(secret);
  }
  // Still of use: what was asked, and where.
  expect(text).toContain('db.internal:5432/mlmcsc');
  expect(text).toContain('https://s3.example/pictures/1');
});

test('what only looks like a secret stays', () => {
  const text =
    'at https://lab.example:8080/api/v1/jobs?limit=2 mlmcsc_http_request_duration_seconds token bucket';
  const [line] = linesOf((log) => log.info({ job_id: '018f', worker_ids: ['w1'], code: 'not-found' }, text));
  expect(line).toMatchObject({
    message: text,
    mlmcsc: { job_id: '018f', worker_ids: ['w1'], code: 'not-found' },
  });
});
