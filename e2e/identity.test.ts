import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { authenticatorCode } from '@mlmcsc/platform/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../test/accessibility.ts';
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

describe.skipIf(browserFound.path === null)(`users, from invitation to second factor${skipNote}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let browser: Browser;
  let admin: Page;
  let secret = '';
  let link = '';
  const complaints: string[] = [];

  async function newPage(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    return page;
  }

  async function expectAccessible(page: Page, where: string): Promise<void> {
    expect(await accessibilityFaults(page), where).toEqual([]);
  }

  /** The page as it looks on a desk and on a telephone, light and dark; without faults in each. */
  async function look(page: Page, name: string): Promise<void> {
    for (const [size, viewport] of [
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ] as const) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expectAccessible(page, `${name}, ${size}, ${colorScheme}`);
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

  async function signIn(page: Page, username: string, password: string): Promise<void> {
    await page.goto(`${product.url}/sign-in`);
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  beforeAll(async () => {
    folder = await temporaryFolder('identity');
    await mkdir(SCREENSHOTS, { recursive: true });
    product = await startProduct({ dataDir: folder.path });
    browser = await launchBrowser(browserFound.path as string);
    admin = await newPage(await browser.newContext({ viewport: DESKTOP, colorScheme: 'light' }));
  }, 400_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await folder.remove();
  });

  it('an administrator invites somebody and is shown a link once', async () => {
    await signIn(admin, 'admin', product.password as string);
    await admin.getByTestId('user-menu').click();
    await admin.getByRole('menuitem', { name: 'Users' }).click();
    await admin.getByLabel('User name').fill('ann');
    await admin.getByLabel('Name to show').fill('Ann Smith');
    await admin.getByLabel('Role', { exact: true }).selectOption('reviewer');
    await admin.getByRole('button', { name: 'Invite' }).click();
    link = (await admin.getByTestId('one-time-link').textContent()) as string;
    expect(link).toMatch(/\/welcome#[\w-]{43}$/);
    await admin.locator('[data-username=ann]').waitFor();
    await look(admin, 'users');
  });

  it('she sets a password, signs in, and sets up a second factor', async () => {
    const page = await newPage(await browser.newContext({ viewport: DESKTOP }));
    await page.goto(link);
    await page.getByLabel('New password').waitFor();
    await look(page, 'welcome');
    await page.getByLabel('New password').fill('password1234');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByTestId('error-state').waitFor();
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByRole('button', { name: 'To the sign-in' }).click();
    await signIn(page, 'ann', PASSWORD);
    await page.getByTestId('user-menu').click();
    await page.getByRole('menuitem', { name: 'Account' }).click();
    await page.getByLabel('Your password, to confirm').fill(PASSWORD);
    await page.getByRole('button', { name: 'Set up' }).click();
    secret = (await page.getByTestId('totp-secret').textContent()) as string;
    await look(page, 'account-enrol');
    await page.getByLabel('Code').fill(authenticatorCode(secret, 0));
    await page.getByRole('button', { name: 'Switch on' }).click();
    await page.getByTestId('recovery-codes').waitFor();
    await page.getByLabel('What is the key for?').fill('line 3 camera');
    await page.getByRole('button', { name: 'Make a key' }).click();
    expect(await page.getByTestId('new-key').textContent()).toMatch(/^mlmcsc_/);
    await look(page, 'account');
    await page.context().close();
  });

  it('she is asked for the code after the password', async () => {
    const page = await newPage(await browser.newContext({ viewport: DESKTOP }));
    await signIn(page, 'ann', PASSWORD);
    await page.getByLabel('Code of your authenticator').waitFor();
    await look(page, 'sign-in-code');
    await page.getByLabel('Code of your authenticator').fill('000000');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByTestId('sign-in-error').waitFor();
    await page.getByLabel('Code of your authenticator').fill(authenticatorCode(secret, 1));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByTestId('user-menu').waitFor();

    // Deactivated, she is out at her next step.
    await admin.reload();
    await admin.getByRole('button', { name: 'More for ann' }).click();
    await admin.getByRole('menuitem', { name: 'Deactivate' }).click();
    await admin.locator('[data-username=ann]').getByText('deactivated').waitFor();
    await page.goto(`${product.url}/history`);
    await page.getByLabel('User name').waitFor();
    expect(complaints).toEqual([]);
  });
});
