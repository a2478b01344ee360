import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { answerTo, problemDocument } from './problem.ts';
import { PROBLEMS } from './problem-table.ts';

const packages = fileURLToPath(new URL('../../../../packages', import.meta.url));
const THROWN = /new (?:InvalidInput|NotFound|Conflict|NotAllowed|Unprocessable|Unavailable)\(\s*'([a-z-]+)'/g;

/** Codes that end a start or a command and never meet a request. */
const NEVER_ANSWERED = new Set([
  'migration-changed',
  'metrics-address-unusable',
  'metrics-port-in-use',
  'port-in-use',
  'database-already-running',
  'database-version',
  'database-binaries-missing',
  'database-identity',
  'schema-behind',
  'username-invalid',
  'username-taken',
  'password-unfit',
  'last-administrator',
  'user-not-found',
  // They end an import in a job or on the command line.
  'dataset-pictures-refused',
  // They end an attempt to deliver a webhook; the log of deliveries says so.
  'secret-unreadable',
  'webhook-subject-missing',
  // A laboratory's own networks are opened and tried when a process or a command starts.
  'network-file-missing',
  'network-unreadable',
  'network-unfit',
  'onnx-runtime-missing',
  // Settings of Redis are read at the start; its absence shows in the readiness check only.
  'redis-ca-unused',
  'redis-ca-unreadable',
  'cache-unavailable',
  // Worker only.
  'features-unreadable',
  'job-time-limit',
  // Read at the start.
  'oidc-settings-invalid',
  // They end a command, or a job of the worker.
  'backup-damaged',
  'backup-key-invalid',
  'backup-newer',
  'backup-not-found',
  'backup-part-missing',
  'backup-running',
  'backup-target-invalid',
  'backup-wrong-key',
  'restore-not-empty',
]);

function thrownCodes(): readonly string[] {
  const files = globSync('{core,platform}/src/**/*.ts', { cwd: packages }).filter(
    (file) => !file.endsWith('.test.ts'),
  );
  const codes = files.flatMap((file) =>
    [...readFileSync(`${packages}/${file}`, 'utf8').matchAll(THROWN)].map((match) => match[1] ?? ''),
  );
  return [...new Set(codes)].filter((code) => !NEVER_ANSWERED.has(code));
}

describe('the table of problems', () => {
  it('knows every code that use cases and adapters can throw at a request', () => {
    const codes = thrownCodes();
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !(code in PROBLEMS))).toEqual([]);
  });

  it.each(Object.entries(PROBLEMS))('explains %s in sentences', (_code, { status, title, explanation }) => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(explanation).toMatch(/^[A-Z`].*\.$/);
  });
});

describe('answerTo', () => {
  it('tells nothing about an error that it does not know', () => {
    const answer = answerTo(new TypeError("Cannot read properties of undefined (reading 'secret')"));
    const document = problemDocument(answer, { id: 'r-1', url: '/api/v1/history?text=a' });
    expect(document).toEqual({
      type: '/problems/internal-error',
      title: PROBLEMS['internal-error'].title,
      status: 500,
      instance: '/api/v1/history',
      code: 'internal-error',
      request_id: 'r-1',
    });
  });
});
