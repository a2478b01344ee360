import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../test/accessibility.ts';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { freePort } from '../test/free-port.ts';
import { repositoryPath } from '../test/repository-path.ts';
import { startOidcProvider, type TestOidcProvider } from '../test/services/oidc-provider.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';
const SCREENSHOTS = repositoryPath('test-results/screenshots');
const SECRET = 'a secret of this installation';

describe.skipIf(browserFound.path === null)(`single sign-on in the browser${skipNote}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let provider: TestOidcProvider;
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    folder = await temporaryFolder('single-sign-on');
    await mkdir(SCREENSHOTS, { recursive: true });
    const port = await freePort();
    const redirectUri = () => `http://127.0.0.1:${port}/api/v1/session/sso/callback`;
    provider = await startOidcProvider({ id: 'mlmcsc', secret: SECRET, redirectUri });
    product = await startProduct({
      ...{ dataDir: folder.path, port },
      environment: {
        MLMCSC_OIDC_ISSUER: provider.issuer,
        MLMCSC_OIDC_CLIENT_ID: 'mlmcsc',
        MLMCSC_OIDC_CLIENT_SECRET: SECRET,
        MLMCSC_OIDC_SCOPES: 'openid profile',
        MLMCSC_OIDC_ROLE_MAP: 'lab=technician',
      },
    });
    browser = await launchBrowser(browserFound.path as string);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await provider?.stop();
    await folder.remove();
  });

  /** A browser that was never here before, at the sign-in page on the way to the history. */
  async function arrive(): Promise<Page> {
    const context = await browser.newContext({
      ...{ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${product.url}/history`);
    return page;
  }
  const button = (page: Page) => page.getByRole('link', { name: /single sign-on/i });

  it('offers a button that is seen and reached on a desk and on a telephone', async () => {
    const page = await arrive();
    await button(page).waitFor();
    for (const [size, viewport] of [
      ['desktop', { width: 1440, height: 900 }],
      ['phone', { width: 390, height: 844 }],
    ] as const) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await accessibilityFaults(page), `${size} ${colorScheme}`).toEqual([]);
        await page.screenshot({ path: join(SCREENSHOTS, `single-sign-on-${size}-${colorScheme}.png`) });
      }
    }
    await page.context().close();
  });

  it('leads through the provider to the page that was asked for, signed in with the role of the group', async () => {
    provider.user = { id: 'subject-7', claims: { preferred_username: 'erika.tech', groups: ['lab'] } };
    const page = await arrive();
    await button(page).click();
    await page.waitForURL(`${product.url}/history`);
    await page.getByLabel('Search').waitFor();
    const session = (await (await page.request.get(`${product.url}/api/v1/session`)).json()) as {
      user: { username: string; role: string };
    };
    expect(session.user).toMatchObject({ username: 'erika.tech', role: 'technician' });
    await page.context().close();
  });

  it('says why somebody without a group may not come in', async () => {
    provider.user = { id: 'subject-8', claims: { preferred_username: 'visitor', groups: ['canteen'] } };
    const page = await arrive();
    await button(page).click();
    await page.getByText('Your single sign-on account may not sign in here').waitFor();
    expect((await page.request.get(`${product.url}/api/v1/session`)).status()).toBe(401);
    await page.context().close();
  });

  it('says that the provider does not answer, and lets everybody use a password', async () => {
    provider.isAway = true;
    const page = await arrive();
    await button(page).click();
    await page.getByText('The single sign-on provider does not answer').waitFor();
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(product.password as string);
    await page.getByRole('button', { name: /sign in/i }).click();
    await page.getByLabel('Search').waitFor();
    await page.context().close();
    provider.isAway = false;
  });
});
