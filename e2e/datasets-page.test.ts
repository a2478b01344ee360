import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiSession, signIn } from '../test/api-session.ts';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { readCoco } from '../test/check-coco.ts';
import { lookAtPage } from '../test/look-at-page.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';
const count = 6;

describe.skipIf(browserFound.path === null)(`the pages of datasets${skipNote}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let session: ApiSession;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await temporaryFolder('datasets-page');
    product = await startProduct({ dataDir: folder.path, timeoutMs: 540_000 });
    session = await signIn(product.url, 'admin', product.password!);
    for (let index = 0; index < count; index += 1) {
      const { jpeg, shearPercent } = await renderSpecimenPicture(7_100 + index);
      const { body } = await session.upload(jpeg, `fracture-face-of-specimen-${index}.jpg`);
      const analysis = await session.post<{ id: string }>('/api/v1/analyses', { image_id: body.id });
      await session.post('/api/v1/labels', { analysis_id: analysis.id, shear_percent: shearPercent });
    }
    browser = await launchBrowser(browserFound.path as string);
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      colorScheme: 'light',
      acceptDownloads: true,
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
    await folder.remove();
  });

  /** In both colours, on a desk and in a hand: a picture to look at, and no serious fault of accessibility. */
  const look = (name: string) => lookAtPage(page, name);

  it('freezes the labels of now and shows what is in the version', async () => {
    await page.getByRole('link', { name: 'Model' }).click();
    await page.getByRole('link', { name: 'Datasets' }).click();
    await page.getByTestId('empty-state').waitFor();
    await page.getByLabel('What it is for').fill('round robin 2026');
    await page.getByRole('button', { name: 'Freeze the labels of now' }).click();
    await page.getByRole('heading', { name: 'round robin 2026' }).waitFor();
    await expect.poll(() => page.getByTestId('dataset-entries').locator('tbody tr').count()).toBe(count);
    await look('dataset');
    await page.getByRole('link', { name: 'All datasets' }).click();
    await page.getByTestId('dataset-row').waitFor();
    await look('datasets');
    await page.getByRole('link', { name: 'round robin 2026' }).click();
  });

  it('downloads the version in every form', async () => {
    const digest = (await page.getByTestId('dataset-digest').textContent())!;
    const download = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name, exact: true }).click(),
      ]);
      return readFile(await file.path());
    };
    const archive = await download('Archive with pictures');
    const start = archive.indexOf('{"format"');
    const manifest = archive.subarray(start, archive.indexOf('\0', start));
    expect(createHash('sha256').update(manifest).digest('hex')).toBe(digest);
    expect(readCoco((await download('COCO')).toString()).images).toHaveLength(count);
    expect((await download('CSV')).toString().trimEnd().split('\r\n')).toHaveLength(count + 1);
  });

  it('checks the pictures as a job', async () => {
    await page.getByRole('button', { name: 'Check the pictures' }).click();
    await page.getByRole('link', { name: 'Watch the job' }).click();
    await page.locator('[data-testid="job-detail"][data-state="completed"]').waitFor();
    await expect.poll(() => page.getByTestId('job-detail').textContent()).toContain('Faulty0');
  });

  it('leads from a model to what it learned', async () => {
    await page.getByRole('link', { name: 'Model' }).click();
    const learned = page.getByTestId('model-dataset').first();
    await learned.waitFor();
    await look('model');
    await learned.getByRole('link').click();
    await page.getByRole('heading', { name: 'What a model learned' }).waitFor();
    await page.getByTestId('dataset-entries').waitFor();
    await page.getByRole('link', { name: 'All datasets' }).click();
    await page.getByText('Learned by models').click();
    await page.getByTestId('dataset-row').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
