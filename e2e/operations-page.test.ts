import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { UserAccounts } from '@mlmcsc/platform/auth';
import { createPool, PostgresStore } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import type { Pool } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { lookAtPage } from '../test/look-at-page.ts';
import { startRedis, type TestRedis } from '../test/services/redis.ts';
import { servicesMissing } from '../test/services/service-process.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const missing = browserFound.path === null ? browserFound.reason : servicesMissing;
const skipNote = missing === null ? '' : ` (skipped: ${missing})`;
const PASSWORD = 'correct horse battery staple';

describe.skipIf(missing !== null)(`the page of operations${skipNote}`, () => {
  let server: TestDatabaseServer;
  let redis: TestRedis;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let pool: Pool;
  let product: Product;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    [server, redis, folder] = await Promise.all([
      ...([startTestDatabaseServer(), startRedis()] as const),
      temporaryFolder('operations-page'),
    ]);
    const url = await server.createDatabase();
    pool = createPool({ url, applicationName: 'test', log: silentLog });
    await new UserAccounts(pool).createUser({ username: 'tess', password: PASSWORD, role: 'technician' });
    await new UserAccounts(pool).createUser({ username: 'eve', password: PASSWORD, role: 'engineer' });
    product = await startProduct({
      ...{ dataDir: join(folder.path, 'data'), timeoutMs: 540_000 },
      environment: {
        ...{ MLMCSC_DATABASE_URL: url, MLMCSC_REDIS_URL: redis.url },
        MLMCSC_BACKUP_TARGET: join(folder.path, 'backups'),
        MLMCSC_BACKUP_KEY: `mlmcsc-backup-key-1:${randomBytes(32).toString('base64url')}`,
      },
    });
    browser = await launchBrowser(browserFound.path as string);
    page = await signIn('eve');
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await pool?.end();
    await Promise.all([server?.stop(), redis?.stop()]);
    await folder?.remove();
  });

  async function signIn(username: string): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    const opened = await context.newPage();
    opened.setDefaultTimeout(60_000);
    opened.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    await opened.goto(product.url);
    await opened.getByLabel('User name').fill(username);
    await opened.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await opened.getByRole('button', { name: 'Sign in' }).click();
    await opened.getByRole('navigation').first().waitFor();
    return opened;
  }
  /** Waits until the component is in this state: the page finds out by itself. */
  const component = (name: string, state: string) =>
    page.locator(`[data-testid="component"][data-name="${name}"][data-state="${state}"]`);

  it('is in the menu of engineers, and fills with what workers find out', async () => {
    await page.getByTestId('user-menu').click();
    await page.getByRole('menuitem', { name: 'Operations' }).click();
    await page.getByRole('heading', { level: 1, name: 'Operations' }).waitFor();
    for (const name of ['database', 'schema', 'objects', 'cache', 'champion', 'workers', 'queue', 'disk']) {
      await component(name, 'ok').waitFor();
    }
    // The worker makes a backup and proves it, walks along the audit trail and counts what is stored.
    await component('backups', 'ok').waitFor();
    await page.getByText(/Unbroken, \d+ entr(y|ies), checked/).waitFor();
    await page.getByText(/Counted by records|No objects were stored/).waitFor();
    await page.getByText('every 6 hours, proven every 24 hours').waitFor();
    await page.locator('[data-testid="status"][data-status="ok"]').getByText('Everything is well.').waitFor();
    await page.getByText('No job runs.').waitFor();
    await page.getByText('No job was given up.').waitFor();
  });

  it('shows jobs that run and jobs that are dead, and runs a dead one again', async () => {
    await pool.query(
      `insert into jobs (id, kind, state, payload, done, failed, total, attempts, max_attempts, error, created_by, created_at, available_at, started_at, finished_at) values
         (gen_random_uuid(), 'analysis.batch.v1', 'running', '{"model_version":"x"}', 41, 1, 120, 1, 8, null, 'tess', now(), now(), now(), null),
         (gen_random_uuid(), 'drift.evaluate.v1', 'dead', '{}', 0, 0, 0, 8, 8, 'The database was away.', 'eve', now(), now(), now(), now())`,
    );
    const kinds = [
      { kind: 'picture', objects: 100_213, bytes: 5_402_113_024 },
      { kind: 'map', objects: 98_110, bytes: null },
    ];
    // What a worker counts meanwhile is older, so it does not replace it.
    const later = new Date(Date.now() + 3_600_000);
    await new PostgresStore(pool).rows.operations.tell('stored-objects', { kinds }, later);
    await page
      .getByTestId('stored')
      .getByRole('row', { name: 'Pictures as uploaded 100,213 5.0 GiB' })
      .waitFor();
    await page.getByTestId('jobs-running').getByText('41 of 120, 1 failed').waitFor();
    const dead = page.getByTestId('jobs-dead').getByTestId('job-row');
    await dead.getByText('The database was away.').waitFor();
    await component('queue', 'attention').getByText('Jobs used up their attempts').waitFor();
    await redis.process().stop('SIGKILL');
    await component('cache', 'attention').getByText('Redis does not answer').waitFor();
    await page.getByText('To look at: Redis, Queue.').waitFor();
    await lookAtPage(page, 'operations', ['desktop', 'tablet', 'phone']);
    await dead.getByRole('button', { name: 'Run again' }).click();
    await page.getByText('No job was given up.').waitFor();
    await component('queue', 'ok').waitFor();
    await redis.restart();
    await component('cache', 'ok').waitFor();
  });

  it('says to others that their role does not allow it', async () => {
    const others = await signIn('tess');
    await others.getByTestId('user-menu').click();
    expect(await others.getByRole('menuitem', { name: 'Operations' }).count()).toBe(0);
    await others.goto(`${product.url}/operations`);
    await others.getByTestId('denied-state').waitFor();
    await others.context().close();
  });

  it('keeps what it knew when the database goes, and says so; opened anew it tells what the server says of itself', async () => {
    await server.stop();
    await page.getByRole('alert').getByText('This is how it stood at').waitFor();
    expect(await page.getByTestId('component').count()).toBe(10);
    // As somebody sees it whose session is known, and nothing else.
    await page.route('**/api/v1/session', (route) =>
      route.fulfill({
        json: {
          user: { id: crypto.randomUUID(), username: 'eve', display_name: 'Eve', role: 'engineer' },
          expires_at: '2099-01-01T00:00:00.000Z',
          second_factor_missing: false,
        },
      }),
    );
    await page.reload();
    await page.getByTestId('error-state').waitFor();
    await page.getByText('Database: does not answer').waitFor();
    await page.getByText('Object store: answers').waitFor();
    await lookAtPage(page, 'operations-away', ['phone']);
    expect(complaints).toEqual([]);
  });
});
