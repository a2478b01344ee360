import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { lookAtPage } from '../test/look-at-page.ts';
import { openSeenLaboratory, type SeenLaboratory } from '../test/seen-laboratory.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';

describe.skipIf(browserFound.path === null)(`the page of drift${skipNote}`, () => {
  let server: TestDatabaseServer;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let laboratory: SeenLaboratory;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await startTestDatabaseServer();
    folder = await temporaryFolder('drift-page');
    const url = await server.createDatabase();
    product = await startProduct({
      ...{ dataDir: folder.path, timeoutMs: 540_000 },
      environment: { MLMCSC_DATABASE_URL: url },
    });
    laboratory = await openSeenLaboratory(url, 3);
    browser = await launchBrowser(browserFound.path as string);
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
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
    await laboratory?.close();
    await product?.stop();
    await server?.stop();
    await folder.remove();
  });

  /** In both colours and three widths: a picture to look at, and no serious fault of accessibility. */
  const look = (name: string) => lookAtPage(page, name, ['desktop', 'tablet', 'phone']);
  const signal = (name: string) => page.locator(`[data-testid="signal"][data-signal="${name}"]`);
  const exposure = () => page.locator('[data-testid="finding"][data-signal="median-luminance"]');

  it('is in the menu, and says that the reference is being taken', async () => {
    await page.getByTestId('user-menu').click();
    await page.getByRole('menuitem', { name: 'Drift' }).click();
    await page.getByRole('heading', { level: 1, name: 'Drift' }).waitFor();
    await page.getByText('Nothing drifts.').waitFor();
    await page.getByText('No reference yet').waitFor();
    expect(await page.getByTestId('signal').count()).toBe(11);
  });

  it('shows by itself that the lamp went dark, with the chart', async () => {
    await laboratory.take(340);
    await laboratory.takeReference();
    await laboratory.take(40, 0.2);
    await laboratory.evaluate();
    // The event comes to the page that is open.
    await exposure().getByText('Pictures are darker than in the reference').waitFor();
    await exposure().getByText('Look at the lamp').waitFor();
    expect(await signal('median-luminance').getAttribute('data-state')).toBe('drifting');
    await signal('median-luminance').getByRole('button', { name: 'Show chart: Exposure' }).click();
    const chart = signal('median-luminance').getByTestId('control-chart');
    await chart.waitFor();
    expect(await chart.getAttribute('aria-label')).toMatch(
      /^Control chart of 80 points, \d+ beyond the limits/,
    );
    expect(await chart.locator('circle').count()).toBeGreaterThan(5);
    await look('drift');
  });

  it('takes what it was, and a new reference ends what is open', async () => {
    await exposure().getByRole('textbox', { name: 'What it was: exposure' }).fill('A new bulb is ordered.');
    await exposure().getByRole('button', { name: 'Acknowledge' }).click();
    await exposure().getByText('admin: A new bulb is ordered.').waitFor();
    await page.getByRole('textbox', { name: 'What was changed' }).fill('New bulb.');
    await page.getByRole('button', { name: 'Begin a new reference' }).click();
    await page.getByText('Nothing drifts.').waitFor();
    await page.getByTestId('reference').getByText('Being taken: 0 pictures').waitFor();
    await exposure().getByText('by a new reference').waitFor();
    await look('drift-new-reference');
    expect(complaints).toEqual([]);
  });
});
