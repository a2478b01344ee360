import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configurationPage, environmentExample } from './describe-config.ts';
import { ConfigError, parseConfig } from './parse-config.ts';
import { sessionSecretOf } from './session-secret.ts';
import { variables } from './variables.ts';

test('nothing set gives the defaults, also when variables are empty', () => {
  const config = parseConfig({ MLMCSC_PORT: '', PATH: '/bin' });
  expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', databaseUrl: null, trustProxy: false });
  expect(config.measureThreads).toBeGreaterThanOrEqual(1);
  expect(Object.isFrozen(config)).toBe(true);
});

test('all mistakes are told at once, by name and rule, never by value', () => {
  const environment = {
    MLMCSC_PORT: '99999',
    MLMCSC_DATABASE_URL: 'mysql://user:topsecret@db',
    MLMCSC_SESSION_SECRET: 'short-secret',
    MLMCSC_TRUST_PROXY: 'yes',
    MLMCSC_PROT: '1',
  };
  let error: unknown;
  try {
    parseConfig(environment);
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(ConfigError);
  const { message, problems } = error as ConfigError;
  expect(problems).toHaveLength(5);
  for (const name of Object.keys(environment)) expect(message).toContain(name);
  expect(message).not.toMatch(/topsecret|short-secret|99999/);
});

test('a value may stand in a file', () => {
  const read = (path: string) => {
    if (path !== '/run/secrets/db') throw new Error('missing');
    return 'postgres://u:p@db/mlmcsc\n';
  };
  expect(parseConfig({ MLMCSC_DATABASE_URL_FILE: '/run/secrets/db' }, read).databaseUrl).toBe(
    'postgres://u:p@db/mlmcsc',
  );
  expect(() => parseConfig({ MLMCSC_DATABASE_URL_FILE: '/nowhere' }, read)).toThrow('cannot be read');
  expect(() => parseConfig({ MLMCSC_PORT: '1', MLMCSC_PORT_FILE: '/x' }, read)).toThrow('both set');
});

test('a bucket needs its key, and a key its bucket', () => {
  const key = { MLMCSC_S3_ACCESS_KEY_ID: 'key', MLMCSC_S3_SECRET_ACCESS_KEY: 'secret' };
  expect(parseConfig({ ...key, MLMCSC_S3_BUCKET: 'pictures' })).toMatchObject({
    s3Bucket: 'pictures',
    s3Endpoint: null,
    s3ForcePathStyle: true,
  });
  expect(() => parseConfig({ MLMCSC_S3_BUCKET: 'pictures' })).toThrow(
    /2 mistake.*ACCESS_KEY_ID must be set.*SECRET_ACCESS_KEY must be set/s,
  );
  expect(() => parseConfig(key)).toThrow('MLMCSC_S3_BUCKET must be set');
  expect(() => parseConfig({ MLMCSC_S3_ENDPOINT: 'https://s3.example' })).toThrow('MLMCSC_S3_BUCKET');
});

test('every setting is described, and the example parses', () => {
  const page = configurationPage();
  const example = environmentExample();
  for (const { name } of Object.values(variables)) {
    expect(page).toContain(`\`${name}\``);
    expect(example).toContain(`#${name}=`);
  }
  const lines = example.split('\n').filter((line) => /^#MLMCSC_/.test(line));
  const environment = Object.fromEntries(
    lines.map((line) => line.slice(1).split('=', 2) as [string, string]),
  );
  expect(parseConfig(environment)).toEqual(parseConfig({}));
});

test('a session secret is made once and kept for its owner only', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'mlmcsc-secret-'));
  try {
    const config = { sessionSecret: null, dataDir: join(dataDir, 'new') };
    const secrets = await Promise.all([1, 2, 3].map(() => sessionSecretOf(config)));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]!.length).toBeGreaterThanOrEqual(32);
    expect((await stat(join(dataDir, 'new', 'session-secret'))).mode & 0o777).toBe(0o600);
    expect(await sessionSecretOf({ ...config, sessionSecret: 'given' })).toBe('given');
  } finally {
    await rm(dataDir, { recursive: true });
  }
});
