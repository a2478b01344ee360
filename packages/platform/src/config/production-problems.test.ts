import { expect, test } from 'vitest';
import { ConfigError, parseConfig } from './parse-config.ts';

const sound = {
  MLMCSC_MODE: 'production',
  MLMCSC_DATABASE_URL: 'postgres://app:9f8e7d6c5b4a39281706f5e4@pooler.lab.example/lab',
  MLMCSC_DATABASE_DIRECT_URL: 'postgres://app:9f8e7d6c5b4a39281706f5e4@db.lab.example/lab',
  MLMCSC_DATABASE_CA_FILE: '/etc/mlmcsc/ca.pem',
  MLMCSC_REDIS_URL: 'rediss://app:0a1b2c3d4e5f60718293a4b5@redis.lab.example:6379/0',
  MLMCSC_S3_BUCKET: 'pictures',
  MLMCSC_S3_ENDPOINT: 'https://s3.lab.example',
  MLMCSC_S3_ACCESS_KEY_ID: 'AKLAB',
  MLMCSC_S3_SECRET_ACCESS_KEY: 'b1946ac92492d2347c6235b4d2611184',
  MLMCSC_PUBLIC_URL: 'https://shear.lab.example',
  MLMCSC_TRUST_PROXY: '10.1.0.0/16,127.0.0.1',
  MLMCSC_SESSION_SECRET: '591785b794601e212b260e25925636fd',
  MLMCSC_TLS_CERT_FILE: '/etc/mlmcsc/tls.crt',
  MLMCSC_TLS_KEY_FILE: '/etc/mlmcsc/tls.key',
};

function problemsOf(environment: Record<string, string>, kind: 'api' | 'worker' = 'api'): readonly string[] {
  try {
    parseConfig(environment, undefined, kind);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

test('sound settings are accepted', () => {
  expect(problemsOf(sound)).toEqual([]);
  expect(parseConfig(sound, undefined, 'api')).toMatchObject({
    mode: 'production',
    trustProxy: '10.1.0.0/16,127.0.0.1',
  });
});

test('with nothing set every reason is named at once', () => {
  const problems = problemsOf({ MLMCSC_MODE: 'production' }).join('\n');
  for (const name of [
    'DATABASE_URL',
    'REDIS_URL',
    'S3_BUCKET',
    'PUBLIC_URL',
    'SESSION_SECRET',
    'TLS_CERT_FILE',
  ]) {
    expect(problems).toContain(`MLMCSC_${name} `);
  }
});

test('a worker needs the data plane and the shared secret, and nothing of what people reach', () => {
  const problems = problemsOf({ MLMCSC_MODE: 'production' }, 'worker');
  expect(problems).toHaveLength(4);
  expect(problems.join()).toContain('MLMCSC_SESSION_SECRET must be set');
  const { MLMCSC_PUBLIC_URL: _, ...rest } = sound;
  expect(problemsOf({ ...rest, MLMCSC_TLS_CERT_FILE: '', MLMCSC_TLS_KEY_FILE: '' }, 'worker')).toEqual([]);
});

test.each([
  ['MLMCSC_DATABASE_CA_FILE', '', 'MLMCSC_DATABASE_DIRECT_URL must be encrypted and verified'],
  [
    'MLMCSC_DATABASE_URL',
    'postgres://app@pooler.lab.example/lab',
    'MLMCSC_DATABASE_URL must hold a password',
  ],
  [
    'MLMCSC_DATABASE_URL',
    'postgres://app:postgres@pooler.lab.example/lab',
    'the password in MLMCSC_DATABASE_URL',
  ],
  [
    'MLMCSC_REDIS_URL',
    'redis://app:0a1b2c3d4e5f60718293a4b5@redis.lab.example',
    'MLMCSC_REDIS_URL must be encrypted',
  ],
  ['MLMCSC_REDIS_URL', 'rediss://redis.lab.example', 'MLMCSC_REDIS_URL must hold a password'],
  ['MLMCSC_S3_ENDPOINT', 'http://s3.lab.example', 'MLMCSC_S3_ENDPOINT must be encrypted'],
  ['MLMCSC_S3_SECRET_ACCESS_KEY', 'minioadmin', 'MLMCSC_S3_SECRET_ACCESS_KEY must be random'],
  ['MLMCSC_PUBLIC_URL', 'http://shear.lab.example', 'MLMCSC_PUBLIC_URL must be encrypted'],
  ['MLMCSC_OIDC_ISSUER', 'http://sign-in.lab.example/realm', 'MLMCSC_OIDC_ISSUER must be encrypted'],
  ['MLMCSC_TRUST_PROXY', 'true', 'MLMCSC_TRUST_PROXY must name the addresses'],
  [
    'MLMCSC_SESSION_SECRET',
    'change-me-change-me-change-me-change-me',
    'MLMCSC_SESSION_SECRET must be random',
  ],
  ['MLMCSC_SESSION_SECRET', 'a'.repeat(64), 'MLMCSC_SESSION_SECRET must be random'],
])('%s = %s is refused, without telling the value', (name, value, reason) => {
  const problems = problemsOf({ ...sound, [name]: value }).join('\n');
  expect(problems).toContain(reason);
  if (value.length > 12) expect(problems).not.toContain(value);
});

test('outside production nothing of this is asked for', () => {
  expect(problemsOf({})).toEqual([]);
});
