import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { createPool } from '@mlmcsc/platform/postgres';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../test/accessibility.ts';
import { signIn } from '../test/api-session.ts';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { lookAtPage } from '../test/look-at-page.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';

describe.skipIf(browserFound.path === null)(`the page of retention${skipNote}`, () => {
  let server: TestDatabaseServer;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let browser: Browser;
  let page: Page;
  const pictures: { imageId: string; analysisId: string }[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await startTestDatabaseServer();
    folder = await temporaryFolder('retention-page');
    const url = await server.createDatabase();
    product = await startProduct({
      ...{ dataDir: folder.path, timeoutMs: 540_000 },
      environment: { MLMCSC_DATABASE_URL: url },
    });
    const session = await signIn(product.url, 'admin', product.password!);
    for (const seed of [1, 2]) {
      const { body } = await session.upload((await renderSpecimenPicture(seed)).jpeg, `face-${seed}.jpg`);
      const analysis = await session.post<{ id: string }>('/api/v1/analyses', { image_id: body.id });
      pictures.push({ imageId: String(body.id), analysisId: analysis.id });
    }
    const pool = createPool({ url, applicationName: 'test', log: silentLog });
    await pool.query(`update images set uploaded_at = uploaded_at - interval '2 years'`);
    await pool.query(`update analyses set created_at = created_at - interval '2 years'`);
    await pool.end();
    const long = new Date('2024-01-01T00:00:00Z');
    const objects = join(folder.path, 'objects');
    for (const entry of await readdir(objects, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), long, long);
    }
    browser = await launchBrowser(browserFound.path as string);
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text());
    });
    await page.goto(product.url);
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(product.password!);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation').first().waitFor();
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await server?.stop();
    await folder.remove();
  });

  /** In both colours, on a desk and in a hand: a picture to look at, and no serious fault of accessibility. */
  const look = (name: string) => lookAtPage(page, name);

  it('is in the menu of administrators; a hold, a policy and the preview', async () => {
    await page.getByTestId('user-menu').click();
    await page.getByRole('menuitem', { name: 'Retention' }).click();
    await page.getByRole('heading', { level: 1, name: 'Retention' }).waitFor();
    await page.getByLabel('Identifier of the picture').fill(pictures[1]!.imageId);
    await page.getByLabel('Reason of the hold').fill('Claim 2026-118 of the pipe mill');
    await page.getByRole('button', { name: 'Hold', exact: true }).click();
    await page.getByTestId('hold').getByText('Claim 2026-118').waitFor();

    const preview = page.getByTestId('preview');
    await preview.locator('[data-kind="unlabelled-pictures"]').getByText('0 pictures').waitFor();
    expect(await page.getByRole('button', { name: 'Remove now' }).isDisabled()).toBe(true);
    const policy = page.locator('[data-testid="policy"][data-kind="unlabelled-pictures"]');
    await policy.getByRole('textbox', { name: 'Unlabelled pictures' }).fill('365');
    await page.getByRole('button', { name: 'Save: Unlabelled pictures' }).click();
    await policy.getByText(/^Chosen .*, admin$/).waitFor();
    const row = preview.locator('[data-kind="unlabelled-pictures"]');
    await row.getByText('1 picture', { exact: true }).waitFor();
    await row.getByText('1 on legal hold').waitFor();
    await look('retention');
  });

  it('removes after a confirmation, and the picture is said to be removed wherever it was shown', async () => {
    await page.getByRole('button', { name: 'Remove now' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('can only be brought back by uploading').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('link', { name: 'follow the job' }).click();
    await page.getByText('Completed').first().waitFor();

    await page.goto(`${product.url}/history`);
    const gone = page.locator(`[data-analysis-id="${pictures[0]!.analysisId}"]`);
    await gone
      .getByRole('img', { name: /Picture removed on .* by the policy unlabelled pictures/ })
      .waitFor();
    await page.goto(`${product.url}/analyses/${pictures[0]!.analysisId}`);
    await page
      .getByTestId('picture-viewer')
      .getByText(/^Picture removed on .* by the policy unlabelled pictures\.$/)
      .waitFor();
    await look('picture-removed');
    await page.goto(`${product.url}/analyses/${pictures[1]!.analysisId}`);
    await page.getByRole('link', { name: 'Legal hold' }).click();
    const identifier = page.getByLabel('Identifier of the picture');
    await identifier.waitFor();
    expect(await identifier.inputValue()).toBe(pictures[1]!.imageId);
    expect(complaints).toEqual([]);
  });

  it('releases a picture with a reason', async () => {
    await page.goto(`${product.url}/retention`);
    const hold = page.getByTestId('hold');
    await hold.getByLabel('Why release').fill('settled');
    await hold.getByRole('button', { name: 'Release' }).click();
    await page.getByText('No picture is on hold.').waitFor();
    await page.locator('[data-kind="unlabelled-pictures"]').getByText('1 picture', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });
});
