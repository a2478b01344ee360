import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../test/accessibility.ts';
import { type ApiSession, signIn } from '../test/api-session.ts';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { repositoryPath } from '../test/repository-path.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const SCREENSHOTS = repositoryPath('test-results/screenshots');
const PASSWORD = 'four unrelated words here';

describe.skipIf(browserFound.path === null)(`administration in the browser${skipNote}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let browser: Browser;
  let page: Page;
  let admin: ApiSession;
  let annId = '';
  let ann: ApiSession;
  const complaints: string[] = [];
  let answer = 200;
  let told = 0;
  const receiver = createServer((request, response) => {
    request.resume();
    told += 1;
    response
      .writeHead(answer, { 'content-type': 'text/plain' })
      .end(answer === 200 ? 'thank you' : 'not here any more');
  });

  async function newPage(username: string, password: string): Promise<Page> {
    const context = await browser.newContext({
      viewport: DESKTOP,
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    const made = await context.newPage();
    made.setDefaultTimeout(15_000);
    made.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    await made.goto(`${product.url}/sign-in`);
    await made.getByLabel('User name').fill(username);
    await made.getByLabel('Password', { exact: true }).fill(password);
    await made.getByRole('button', { name: 'Sign in' }).click();
    await made.getByTestId('user-menu').waitFor();
    return made;
  }

  /** The page as it looks on a desk and on a telephone, light and dark; without faults in each. */
  async function look(name: string): Promise<void> {
    for (const [size, viewport] of [
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ] as const) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await accessibilityFaults(page), `${name}, ${size}, ${colorScheme}`).toEqual([]);
        await page.screenshot({
          path: join(SCREENSHOTS, `${name}-${size}-${colorScheme}.png`),
          fullPage: true,
        });
        const width = await page.evaluate('document.documentElement.scrollWidth');
        expect(width, `${name} is no wider than the ${size}`).toBeLessThanOrEqual(viewport.width);
      }
    }
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({ colorScheme: 'light' });
  }

  const change = (method: string, path: string, body: object) =>
    fetch(`${product.url}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...{ cookie: admin.cookie, origin: product.url, 'if-match': '*' },
      },
      body: JSON.stringify(body),
    });
  const openMenu = async (title: string) => {
    await page.getByTestId('user-menu').click();
    await page.getByRole('menuitem', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  };

  beforeAll(async () => {
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    folder = await temporaryFolder('administration');
    await mkdir(SCREENSHOTS, { recursive: true });
    product = await startProduct({
      dataDir: folder.path,
      environment: { MLMCSC_WEBHOOK_ALLOW_HTTP: 'true', MLMCSC_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' },
    });
    browser = await launchBrowser(browserFound.path as string);
    admin = await signIn(product.url, 'admin', product.password as string);
    const wish = { username: 'ann', display_name: 'Ann Smith', role: 'technician' };
    const invited = await admin.post<{ user: { id: string }; link: { token: string } }>(
      '/api/v1/users',
      wish,
    );
    annId = invited.user.id;
    const redeemed = await change('POST', '/one-time-links/redeem', {
      token: invited.link.token,
      password: PASSWORD,
    });
    expect(redeemed.ok).toBe(true);
    ann = await signIn(product.url, 'ann', PASSWORD);
    await ann.post('/api/v1/account/api-keys', { name: 'press 2', scopes: ['read'], expires_in_days: 30 });
    page = await newPage('admin', product.password as string);
  }, 400_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    receiver.close();
    await folder.remove();
  });

  it('shows one user: role, sessions, keys, and what the user did lately', async () => {
    await openMenu('Users');
    await page.getByRole('link', { name: 'Ann Smith' }).click();
    await page.getByTestId('user-detail').waitFor();
    await page.getByTestId('audit-row').first().waitFor();
    expect(await page.getByTestId('audit-row').first().textContent()).toContain('ann made an API key');
    await look('user');

    await page.getByLabel('Role', { exact: true }).selectOption('reviewer');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await admin.get(`/api/v1/users/${annId}`)).toMatchObject({ role: 'reviewer' });

    await page.getByTestId('key-row').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('No keys.').waitFor();
    await page.getByTestId('session-row').getByRole('button', { name: 'End' }).click();
    await page.getByText('Not signed in anywhere.').waitFor();
    await expect(ann.get('/api/v1/session')).rejects.toThrow('401');
  });

  it('does not undo what another administrator did meanwhile', async () => {
    expect((await change('PATCH', `/users/${annId}`, { role: 'viewer' })).status).toBe(200);
    await page.getByLabel('Role', { exact: true }).selectOption('engineer');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody else has changed it meanwhile').waitFor();
    expect(await admin.get(`/api/v1/users/${annId}`)).toMatchObject({ role: 'viewer' });
  });

  it('takes the access away after asking, by keyboard alone, and gives it back', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Deactivate' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Deactivate ann?' });
    // The focus follows a moment after the dialog is seen, and goes back a moment after it is gone.
    const focused = () => page.evaluate('document.activeElement?.textContent ?? ""');
    await dialog.waitFor();
    // The harmless answer has the focus.
    await expect.poll(focused).toBe('Cancel');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await admin.get(`/api/v1/users/${annId}`)).toMatchObject({ status: 'active' });
    await expect.poll(focused).toBe('Deactivate');
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await expect.poll(focused).toBe('Cancel');
    await page.keyboard.press('Tab');
    await expect.poll(focused).toBe('Deactivate');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Reactivate' }).waitFor();
    await expect(signIn(product.url, 'ann', PASSWORD)).rejects.toThrow('401');
    await page.getByRole('button', { name: 'Reactivate' }).click();
    await page.getByRole('button', { name: 'Deactivate' }).waitFor();
    ann = await signIn(product.url, 'ann', PASSWORD);
  });

  it('adds a webhook, shows its secret once, and what was delivered', async () => {
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    await openMenu('Webhooks');
    await page.getByText('Nobody is told yet').waitFor();
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    await page.getByRole('textbox', { name: 'Address' }).fill('http://192.0.2.1/hook');
    await page.getByLabel('What it is for').fill('LIMS of the test house');
    await page.getByLabel('A person judged a measurement').check();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('dialog').getByTestId('error-state').waitFor();
    await page.getByRole('textbox', { name: 'Address' }).fill(url);
    await look('webhook-form');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    expect(await page.getByTestId('webhook-secret').textContent()).toMatch(/^whsec_/);

    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.locator('[data-testid=delivery][data-state=delivered]').waitFor();
    expect(told).toBe(1);
    await page.getByRole('button', { name: 'Attempts (1)' }).click();
    await page.getByText('thank you').waitFor();
    await look('webhooks');
    await page.getByRole('button', { name: 'Hide the secret' }).click();
    await page.reload();
    await page.getByTestId('webhook-row').waitFor();
    expect(await page.content()).not.toContain('whsec_');
  });

  it('says why the system turned a webhook off, and sends again once it is on', async () => {
    answer = 410;
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.locator('[data-testid=delivery][data-state=dead]').waitFor();
    await page.reload();
    await page.getByText('The system turned it off: The receiver answered 410 Gone.').waitFor();
    answer = 200;
    await page.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Turn on' }).click();
    await page.getByText('The system turned it off').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Deliveries' }).click();
    await page.getByLabel('Show').selectOption('dead');
    await page.getByTestId('delivery').getByRole('button', { name: 'Send again' }).click();
    await page.getByText('No deliveries.').waitFor();
    await page.getByLabel('Show').selectOption('delivered');
    await page.getByRole('button', { name: 'Attempts (2)' }).waitFor();
  });

  it('changes and deletes a webhook, only as it was shown', async () => {
    const { items } = await admin.get<{ items: { id: string }[] }>('/api/v1/webhooks');
    await page.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Change' }).click();
    await page.getByLabel('What it is for').fill('Another purpose');
    expect((await change('PATCH', `/webhooks/${items[0]?.id}`, { description: 'Chat room' })).status).toBe(
      200,
    );
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').getByText('Somebody else has changed it meanwhile').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Chat room').waitFor();
    await page.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByTestId('confirm').click();
    await page.getByText('Nobody is told yet').waitFor();
  });

  it('moves a schedule to another time, pauses it, and runs it now', async () => {
    await openMenu('Schedules');
    const prune = page.locator('[data-testid=schedule][data-name=prune]');
    await prune.getByText('Every day at 03:17, UTC').waitFor();
    await prune.getByRole('button', { name: 'Change the time' }).click();
    const cron = page.getByLabel('Minute, hour, day, month, weekday');
    await cron.fill('61 * * * *');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').getByTestId('error-state').waitFor();
    await cron.fill('30 2 * * 1');
    await page.getByText('That is every Monday at 02:30.').waitFor();
    await page.getByLabel('Time zone').selectOption('Europe/Berlin');
    await page.getByRole('button', { name: 'Save' }).click();
    await prune.getByText('Every Monday at 02:30, Europe/Berlin').waitFor();
    await prune.getByRole('button', { name: 'Pause' }).click();
    await prune.getByText('not by the clock').waitFor();
    await prune.getByRole('button', { name: 'Go on' }).click();
    await prune.getByRole('button', { name: 'Pause' }).waitFor();
    await prune.getByRole('button', { name: 'Run now' }).click();
    await prune.getByRole('link', { name: 'Watch the job' }).waitFor();
    await look('schedules');
    await prune.getByRole('link', { name: 'Watch the job' }).click();
    await page.getByTestId('job-detail').waitFor();
  });

  it('shows the trail in words, verified, by filters, and as files', async () => {
    await openMenu('Audit trail');
    await page.locator('[data-testid=chain-state][data-unbroken=true]').waitFor();
    expect(await page.getByTestId('chain-state').textContent()).toMatch(/Verified up to entry \d+/);
    await page.getByTestId('audit-row').first().waitFor();
    const first = await page.getByTestId('audit-row').first().textContent();
    expect(first).toContain('admin started the job of a schedule by hand');
    await page.locator('summary').first().click();
    await page.getByText('Pseudonym').first().waitFor();
    await look('audit');

    await page.getByLabel('What', { exact: true }).selectOption('user.role-changed');
    await page.waitForURL(/action=user\.role-changed/);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[data-testid=audit-row]')].every(
        (row) => row.getAttribute('data-action') === 'user.role-changed',
      ),
    );
    expect(await page.getByTestId('audit-row').count()).toBe(2);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'These entries (CSV)' }).click(),
    ]);
    const rows = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(rows).toHaveLength(3);
    await page.getByLabel('Who').fill('nobody-at-all');
    await page.getByText('Nothing fits these filters').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.waitForURL(/\/audit$/);
  });

  it('names the first entry that is not what was written', async () => {
    const { databaseUrl } = JSON.parse(await readFile(join(folder.path, 'instance.json'), 'utf8'));
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query('set session_replication_role = replica');
    const rename = (action: string) =>
      client.query('update audit_log set action = $1 where position = 5', [action]);
    try {
      const { rows } = await client.query('select action from audit_log where position = 5');
      await rename('user.renamed');
      await page.getByRole('button', { name: 'Verify again' }).click();
      await page.locator('[data-testid=chain-state][data-unbroken=false]').waitFor();
      expect(await page.getByTestId('chain-state').textContent()).toMatch(
        /Broken at entry 5.*the entry was changed\. The 4 entries before it are as they were written\./,
      );
      await look('audit-broken');
      await rename(rows[0].action);
      await page.getByRole('button', { name: 'Verify again' }).click();
      await page.locator('[data-testid=chain-state][data-unbroken=true]').waitFor();
    } finally {
      await client.end();
    }
  });

  it('shows none of it to who may not', async () => {
    const other = await newPage('ann', PASSWORD);
    await other.getByTestId('user-menu').click();
    await other.getByRole('menuitem', { name: 'Account' }).waitFor();
    for (const title of ['Users', 'Audit trail', 'Webhooks', 'Schedules']) {
      expect(await other.getByRole('menuitem', { name: title }).count(), title).toBe(0);
    }
    for (const path of ['/audit', '/webhooks', `/users/${annId}`]) {
      await other.goto(`${product.url}${path}`);
      await other.getByTestId('denied-state').first().waitFor();
    }
    // What starts when is for everybody to see, and for administrators to change.
    await other.goto(`${product.url}/schedules`);
    await other.getByTestId('schedule').first().waitFor();
    expect(await other.getByRole('button', { name: 'Run now' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
