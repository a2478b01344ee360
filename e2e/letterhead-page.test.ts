import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../test/api-session.ts';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { lookAtPage } from '../test/look-at-page.ts';
import { readPdf } from '../test/read-pdf.ts';
import { runMlmcsc } from '../test/run-program.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';

describe.skipIf(browserFound.path === null)(`the page of the letterhead${skipNote}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let browser: Browser;
  let page: Page;
  let logo: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await temporaryFolder('letterhead-page');
    product = await startProduct({ dataDir: folder.path, timeoutMs: 540_000 });
    logo = join(folder.path, 'logo.png');
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="140"><rect width="140" height="140" rx="24" fill="#1c5d99"/>
      <path d="M30 100 L70 35 L110 100 Z" fill="#fff"/><rect x="165" y="52" width="230" height="36" fill="#333"/></svg>`;
    await writeFile(logo, await sharp(Buffer.from(drawing)).png().toBuffer());
    browser = await launchBrowser(browserFound.path as string);
    const context = await browser.newContext({
      ...{ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true },
    });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    await page.goto(`${product.url}/`);
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(product.password as string);
    await page.getByRole('button', { name: /sign in/i }).click();
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await folder.remove();
  });

  it('is in the menu of administrators, and takes name, address, number and logo', async () => {
    await page.getByTestId('user-menu').click();
    await page.getByRole('menuitem', { name: 'Letterhead' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Werkstoffprüflabor Süd');
    await page.getByLabel('Address').fill('Hüttenstraße 4\n70565 Stuttgart');
    await page.getByLabel('Accreditation number').fill('D-PL-12345-01-00');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a logo' }).click();
    await (await chooser).setFiles(logo);
    await page.getByTestId('logo').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[data-testid=letterhead][data-revision="1"]').waitFor();
    await expect
      .poll(() => page.evaluate(`document.querySelector('[data-testid=logo]').naturalWidth`))
      .toBe(420);
    await lookAtPage(page, 'letterhead', ['desktop', 'tablet', 'phone']);
    const wrong = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a logo' }).click();
    await (await wrong).setFiles({
      name: 'logo.png',
      mimeType: 'image/png',
      buffer: Buffer.from('no picture'),
    });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByTestId('error-state').waitFor();
    expect(complaints).toEqual([]);
  });

  it('stands on the paper; the command line shows and changes it, and old papers keep theirs', async () => {
    const admin = await signIn(product.url, 'admin', product.password as string);
    const series = await admin.post<{ id: string }>('/api/v1/series', { name: 'L-1', standard: 'ISO 148-1' });
    await admin.post('/api/v1/specimens', {
      ...{ identifier: 'L-1-01', series_id: series.id, energy: { value: 41, unit: 'J' } },
    });
    const report = await admin.post<{ id: string }>(`/api/v1/series/${series.id}/reports`, {});
    await page.goto(`${product.url}/reports/${report.id}`);
    await page.getByText('Hüttenstraße 4, 70565 Stuttgart').waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'PDF' }).click();
    const bytes = await readFile(await (await saved).path());
    const { pages, pictures } = await readPdf(bytes);
    expect(pages[0]).toContain('Accreditation D-PL-12345-01-00');
    expect(pictures).toBe(1);

    const run = (...args: string[]) => runMlmcsc(['letterhead', ...args, '--data-dir', folder.path]);
    expect((await run('show')).stdout).toMatch(
      /^Werkstoffprüflabor Süd\nHüttenstraße 4\n70565 Stuttgart\nAccreditation D-PL-12345-01-00\nlogo 420 × 140/,
    );
    const set = await run('set', '--name', 'Labor Nord', '--no-logo');
    expect(set.stdout, set.stderr).toBe('letterhead  revision 2\n');
    expect(JSON.parse((await run('show', '--json')).stdout)).toMatchObject({
      ...{ name: 'Labor Nord', address: 'Hüttenstraße 4\n70565 Stuttgart', logo: null, revision: 2 },
    });
    expect((await run('set', '--logo', logo)).stdout).toBe('letterhead  revision 3\n');
    const text = join(folder.path, 'logo.txt');
    await writeFile(text, 'no picture');
    expect((await run('set', '--logo', text)).code).not.toBe(0);
    const again = await fetch(`${product.url}/api/v1/reports/${report.id}/pdf`, {
      headers: { cookie: admin.cookie },
    });
    expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
  });
});
