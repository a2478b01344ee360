import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../test/accessibility.ts';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { repositoryPath } from '../test/repository-path.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';
const SCREENSHOTS = repositoryPath('test-results/screenshots');

describe.skipIf(browserFound.path === null)(`the model page in the browser${skipNote}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let browser: Browser;
  let page: Page;

  const byTestId = (id: string) => page.getByTestId(id);
  const screenshot = (name: string) =>
    page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
  async function expectAccessible(where: string): Promise<void> {
    expect(await accessibilityFaults(page), where).toEqual([]);
  }
  const championVersion = async () => (await byTestId('champion-version').textContent())?.trim();

  beforeAll(async () => {
    folder = await temporaryFolder('model-page');
    await mkdir(SCREENSHOTS, { recursive: true });
    product = await startProduct({ dataDir: folder.path, demonstration: true, timeoutMs: 540_000 });
    browser = await launchBrowser(browserFound.path as string);
    page = await (
      await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    ).newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${product.url}/model`);
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(product.password as string);
    await page.getByRole('button', { name: /sign in/i }).click();
    await byTestId('champion').waitFor();
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await folder.remove();
  });

  it('shows what the gate compared as a picture with a text for those who do not see it', async () => {
    // The demonstration's readings are learned within the first minute.
    await expect.poll(() => byTestId('model-row').count(), { timeout: 60_000 }).toBeGreaterThan(1);
    const details = page.getByText('What the gate compared').first();
    await details.click();
    const picture = byTestId('gate-picture').first().getByRole('img').first();
    expect(await picture.getAttribute('aria-label')).toMatch(
      /readings: in service [\d.]+, this version [\d.]+ points/,
    );
    await expectAccessible('gate picture');
    await screenshot('model-gate-desktop-light');
  });

  it('rolls back with a reason, pauses learning, and goes on', async () => {
    const before = await championVersion();
    await byTestId('roll-back').click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByTestId('confirm').isDisabled()).toBe(true);
    await byTestId('reason').fill('reads too high since the new lamp');
    await expectAccessible('roll back');
    await page.keyboard.press('Tab');
    await byTestId('confirm').click();
    await byTestId('learning-paused').waitFor();
    await expect.poll(championVersion).not.toBe(before);
    expect(await byTestId('ledger').locator('li').first().textContent()).toContain(
      'reads too high since the new lamp',
    );
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible('rolled back, dark');
    await screenshot('model-rolled-back-desktop-dark');
    await byTestId('resume-learning').click();
    await byTestId('learning-paused').waitFor({ state: 'detached' });
  });

  it('changes the policy, and keeps it', async () => {
    const twoPersons = page.getByRole('radio', { name: /Waits for two persons/ });
    // Shown as chosen a moment after the click: `check` would look too early.
    await twoPersons.click();
    await expect.poll(() => twoPersons.isChecked()).toBe(true);
    await byTestId('retrain-after').fill('150');
    const kept = page.waitForResponse(
      (answer) => answer.url().endsWith('/api/v1/model-policy') && answer.request().method() === 'PUT',
    );
    await byTestId('retrain-after').press('Enter');
    expect((await kept).status()).toBe(200);
    await page.reload();
    await byTestId('retrain-after').waitFor();
    expect(await twoPersons.isChecked()).toBe(true);
    expect(await byTestId('retrain-after').inputValue()).toBe('150');
  });

  it('fits on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'light' });
    await byTestId('ledger').waitFor();
    await expectAccessible('phone');
    await screenshot('model-phone-light');
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
