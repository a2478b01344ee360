import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../test/accessibility.ts';
import { type ApiSession, signIn } from '../test/api-session.ts';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { repositoryPath } from '../test/repository-path.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';
const SCREENSHOTS = repositoryPath('test-results/screenshots');
const PICTURES = 5;

describe.skipIf(browserFound.path === null)(`a trial in the browser${skipNote}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let browser: Browser;
  let page: Page;
  let session: ApiSession;

  const byTestId = (id: string) => page.getByTestId(id);
  async function look(name: string): Promise<void> {
    expect(await accessibilityFaults(page), name).toEqual([]);
    await page.screenshot({ path: join(SCREENSHOTS, `trial-${name}.png`), fullPage: true });
  }
  const answers = async () => (await byTestId('answers').textContent()) ?? '';

  beforeAll(async () => {
    folder = await temporaryFolder('trial-page');
    await mkdir(SCREENSHOTS, { recursive: true });
    product = await startProduct({ dataDir: folder.path, demonstration: true, timeoutMs: 540_000 });
    const password = product.password as string;
    session = await signIn(product.url, 'admin', password);
    browser = await launchBrowser(browserFound.path as string);
    page = await (
      await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    ).newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${product.url}/model`);
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: /sign in/i }).click();
    await byTestId('champion').waitFor();
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await folder.remove();
  });

  it('begins with a version, a kind and a reason', async () => {
    // The demonstration's readings are learned within the first minutes: then there is a second version.
    await byTestId('try-challenger').click({ timeout: 300_000 });
    const dialog = page.getByRole('dialog');
    await dialog.getByTestId('trial-reason').waitFor();
    expect(await byTestId('start-trial').isDisabled()).toBe(true);
    await page.getByRole('radio', { name: /Canary/ }).click();
    await byTestId('trial-percent').waitFor();
    await look('begin-desktop-light');
    await page.getByRole('radio', { name: /Shadow/ }).click();
    await byTestId('trial-percent').waitFor({ state: 'detached' });
    await byTestId('trial-reason').fill('before we promote it');
    await byTestId('start-trial').click();
    await byTestId('trial').waitFor();
    expect(await byTestId('trial-state').textContent()).toBe('Runs');
    expect(await byTestId('verdict').getAttribute('data-code')).toBe('too-few-specimens');
  });

  it('shows what both models say of pictures that are measured now, and what that allows to say', async () => {
    for (let i = 0; i < PICTURES; i += 1) {
      const { jpeg } = await renderSpecimenPicture(700 + i, 'dome-laboratory', {
        cleavageShare: 0.2 + 0.12 * i,
      });
      const { body } = await session.upload(jpeg, `trial-${i}.jpg`);
      const analysis = await session.post<{
        id: string;
        shear_percent: number | null;
        model: { version: string };
      }>('/api/v1/analyses', { image_id: body.id });
      if (analysis.shear_percent === null) continue;
      const shear_percent = Math.min(100, analysis.shear_percent + 1.5);
      await session.post('/api/v1/labels', { analysis_id: analysis.id, shear_percent });
    }
    await expect
      .poll(answers, { timeout: 120_000 })
      .toContain(`${PICTURES} pictures answered by both, 0 waiting, 0 failed`);
    await page.reload();
    await byTestId('paired-table').waitFor();
    expect(await byTestId('verdict').getAttribute('data-code')).toMatch(
      /^(undecided|champion-closer|challenger-closer)$/,
    );
    const picture = byTestId('comparison').getByRole('img').first();
    expect(await picture.getAttribute('aria-label')).toMatch(
      /points: All [−+]?[\d.]+ \([−+]?[\d.]+ to [−+]?[\d.]+\)/,
    );
    await look('desktop-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await look('desktop-dark');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it.each([
    ['tablet', 820, 1180],
    ['phone', 390, 844],
  ])('fits on a %s', async (name, width, height) => {
    await page.setViewportSize({ width, height });
    await byTestId('paired-table').waitFor();
    await look(`${name}-light`);
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('ends with a reason, and the model page lists it', async () => {
    await byTestId('end-trial').click();
    await byTestId('reason').fill('seen enough');
    await byTestId('confirm').click();
    await expect.poll(() => byTestId('trial-state').textContent()).toBe('Ended');
    expect(await byTestId('trial').textContent()).toContain('seen enough');
    await page.getByRole('link', { name: 'Model' }).last().click();
    await byTestId('try-challenger').waitFor();
    expect(await byTestId('trials').textContent()).toContain('before we promote it');
    await page.setViewportSize({ width: 390, height: 844 });
    await look('model-page-phone-light');
  });
});
