import { Conflict, InvalidInput, NotAllowed, NotFound, Unavailable } from '@mlmcsc/core';
import {
  createAuth,
  SESSION_SECONDS,
  SessionAuthenticator,
  TimeBasedSecondFactors,
  UserAccounts,
} from '@mlmcsc/platform/auth';
import { createPool } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { poolUrlOf } from '../../../../test/services/database-route.ts';

const SECRET = 'k3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3y';
let server: TestDatabaseServer;
let pool: Pool;
let accounts: UserAccounts;

beforeAll(async () => {
  server = await startTestDatabaseServer();
  pool = createPool({
    url: await poolUrlOf(await server.createDatabase()),
    applicationName: 'test',
    maxConnections: 4,
    log: silentLog,
  });
  accounts = new UserAccounts(pool);
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

beforeEach(() => pool.query('truncate auth_user cascade'));

const authenticator = (publicUrl: string | null = null, secret = SECRET, on = pool) =>
  new SessionAuthenticator({
    auth: createAuth({ pool: on, secret, publicUrl, log: silentLog }),
    pool: on,
    secondFactors: new TimeBasedSecondFactors({ pool: on, secret }),
  });

const signIn = (by: SessionAuthenticator, username: string, password: string) =>
  by.signIn({ username, password, userAgent: 'test', ipAddress: '192.0.2.7' });

const cookieOf = (setCookies: readonly string[]) =>
  setCookies.map((line) => line.split(';', 1)[0]).join('; ');

describe('users', () => {
  it('makes the first administrator once, with a password that signs in', async () => {
    const attempts = await Promise.all([1, 2, 3].map(() => accounts.createFirstAdministrator()));
    const made = attempts.filter((attempt) => attempt !== null);
    expect(made).toHaveLength(1);
    const { session } = await signIn(authenticator(), made[0]!.username, made[0]!.password);
    expect(session.user).toMatchObject({ username: 'admin', displayName: 'Administrator', role: 'admin' });
    await expect(accounts.createFirstAdministrator()).resolves.toBeNull();
  });

  it('keeps passwords as scrypt hashes only', async () => {
    await accounts.createUser({ username: 'ann', password: 'correct horse battery', role: 'technician' });
    const { rows } = await pool.query<{ password: string }>('select password from auth_account');
    expect(rows[0]?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });

  it('refuses a taken name in any case, unfit names and short passwords', async () => {
    const user = { username: 'Ann', password: 'correct horse battery', role: 'viewer' } as const;
    await expect(accounts.createUser(user)).resolves.toMatchObject({ username: 'ann', role: 'viewer' });
    await expect(accounts.createUser({ ...user, username: 'ANN' })).rejects.toBeInstanceOf(Conflict);
    for (const username of ['', 'a', '.hidden', 'two words', "x'; drop table auth_user", 'ä'.repeat(5)]) {
      await expect(accounts.createUser({ ...user, username })).rejects.toBeInstanceOf(InvalidInput);
    }
    const short = { ...user, username: 'bob', password: 'elevenchars' };
    await expect(accounts.createUser(short)).rejects.toMatchObject({ code: 'password-unfit' });
  });

  it('never loses the last administrator, even when two demote each other at once', async () => {
    await accounts.createUser({ username: 'ann', password: 'correct horse battery', role: 'admin' });
    await accounts.createUser({ username: 'bob', password: 'correct horse battery', role: 'admin' });
    const both = await Promise.allSettled([
      accounts.setRole('ann', 'viewer'),
      accounts.setRole('bob', 'viewer'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await accounts.listUsers()).filter(({ role }) => role === 'admin')).toHaveLength(1);
    await expect(accounts.setRole('nobody', 'admin')).rejects.toBeInstanceOf(NotFound);
  });
});

describe('sessions', () => {
  const password = 'correct horse battery';
  beforeEach(() =>
    accounts.createUser({ username: 'ann', password, displayName: 'Ann', role: 'technician' }),
  );

  it('signs in without regard to case, with an HttpOnly SameSite=Lax cookie for a shift', async () => {
    const { session, setCookies } = await signIn(authenticator(), ' ANN ', password);
    expect(session.user).toMatchObject({ username: 'ann', displayName: 'Ann', role: 'technician' });
    expect(session.expiresAt.getTime() - Date.now()).toBeGreaterThan((SESSION_SECONDS - 60) * 1000);
    expect(setCookies).toHaveLength(1);
    expect(setCookies[0]).toMatch(/^mlmcsc\.session_token=/);
    expect(setCookies[0]).toMatch(/; HttpOnly/i);
    expect(setCookies[0]).toMatch(/; SameSite=Lax/i);
    expect(setCookies[0]).not.toMatch(/Secure/);
  });

  it('marks the cookie Secure when users come over https', async () => {
    const by = authenticator('https://lab.example');
    const { setCookies } = await signIn(by, 'ann', password);
    expect(setCookies[0]).toMatch(/^__Secure-mlmcsc\.session_token=.*; Secure/i);
    await expect(by.authenticate(cookieOf(setCookies))).resolves.toMatchObject({ user: { username: 'ann' } });
  });

  it.each([
    ['ann', 'wrong password!'],
    ['nobody', 'correct horse battery'],
    ["ann' or '1'='1", 'correct horse battery'],
    ['', ''],
    ['a\u0000b', 'correct horse battery'],
    ['x'.repeat(100), 'correct horse battery'],
  ])('answers %j with %j alike: sign-in-failed', async (username, wrong) => {
    const error = await signIn(authenticator(), username, wrong).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(NotAllowed);
    expect(error).toMatchObject({ code: 'sign-in-failed' });
  });

  it('takes no cookie that is forged, signed with another secret, or cut', async () => {
    const by = authenticator();
    const cookie = cookieOf((await signIn(by, 'ann', password)).setCookies);
    await expect(authenticator(null, `${SECRET}2`).authenticate(cookie)).resolves.toBeNull();
    const token = decodeURIComponent(cookie).split('=')[1]?.split('.')[0];
    for (const forged of [
      `mlmcsc.session_token=${token}`,
      `mlmcsc.session_token=${token}.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D`,
      cookie.slice(0, -6),
      'mlmcsc.session_token=%E0%A4%A',
      'mlmcsc.session_token=.',
      'other=1',
    ]) {
      await expect(by.authenticate(forged)).resolves.toBeNull();
    }
    await expect(by.authenticate(undefined)).resolves.toBeNull();
  });

  it('ends at once in every process when the user signs out', async () => {
    const [here, there] = [authenticator(), authenticator()];
    const cookie = cookieOf((await signIn(here, 'ann', password)).setCookies);
    await expect(there.authenticate(cookie)).resolves.not.toBeNull();
    await expect(there.authenticate(`theme=dark; ${cookie}`)).resolves.not.toBeNull();
    const { setCookies } = await here.signOut(cookie);
    expect(setCookies.some((line) => /^mlmcsc\.session_token=;.*Max-Age=0/i.test(line))).toBe(true);
    await expect(there.authenticate(cookie)).resolves.toBeNull();
    await expect(here.authenticate(cookie)).resolves.toBeNull();
    await expect(here.signOut(cookie)).resolves.toBeDefined();
    await expect(here.signOut(undefined)).resolves.toBeDefined();
  });

  it('gives a new role at the next request and ends with a new password or its time', async () => {
    const by = authenticator();
    const cookie = cookieOf((await signIn(by, 'ann', password)).setCookies);
    await accounts.setRole('ann', 'engineer');
    await expect(by.authenticate(cookie)).resolves.toMatchObject({ user: { role: 'engineer' } });
    await accounts.setPassword('ann', 'another long password');
    await expect(by.authenticate(cookie)).resolves.toBeNull();

    const again = cookieOf((await signIn(by, 'ann', 'another long password')).setCookies);
    await expect(by.authenticate(again)).resolves.not.toBeNull();
    await pool.query(`update auth_session set expires_at = now() - interval '1 second'`);
    await expect(by.authenticate(again)).resolves.toBeNull();
  });

  it('says that the database is away instead of refusing the user', async () => {
    const lost = new Pool({
      host: '127.0.0.1',
      port: 9,
      user: 'x',
      database: 'x',
      connectionTimeoutMillis: 500,
    });
    const by = authenticator(null, SECRET, lost);
    await expect(signIn(by, 'ann', password)).rejects.toBeInstanceOf(Unavailable);
    await expect(by.authenticate('mlmcsc.session_token=a.b')).rejects.toBeInstanceOf(Unavailable);
    await lost.end();
  });
});
