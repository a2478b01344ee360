import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { authenticatorCode } from '@mlmcsc/platform/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../test/api-session.ts';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { lookAtPage } from '../test/look-at-page.ts';
import { readPdf } from '../test/read-pdf.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { repositoryPath } from '../test/repository-path.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';
const PASSWORD = 'four unrelated words here';

/** Line pipe of grade X52, measured by NIST: °C, J, mm, percent shear. */
const BARS = readFileSync(repositoryPath('packages/charpy/test/golden/nist-x52/x52-kv-le-sfa.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map(Number));

describe.skipIf(browserFound.path === null)(`the pages of reports${skipNote}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let browser: Browser;
  let page: Page;
  let recovery: readonly string[];
  let code = '';
  let first = '';
  const complaints: string[] = [];
  const byTestId = (id: string) => page.getByTestId(id);

  beforeAll(async () => {
    folder = await temporaryFolder('reports-page');
    product = await startProduct({ dataDir: folder.path, timeoutMs: 540_000 });
    const admin = await signIn(product.url, 'admin', product.password as string);
    const made = await admin.post<{ link: { token: string } }>('/api/v1/users', {
      ...{ username: 'rita', role: 'reviewer' },
    });
    await admin.post('/api/v1/one-time-links/redeem', { token: made.link.token, password: PASSWORD });
    const rita = await signIn(product.url, 'rita', PASSWORD);
    const { secret } = await rita.post<{ secret: string }>('/api/v1/account/second-factor', {
      current_password: PASSWORD,
    });
    const confirmed = await rita.post<{ codes: string[] }>('/api/v1/account/second-factor/confirm', {
      code: authenticatorCode(secret, 0),
    });
    recovery = confirmed.codes;
    const series = await admin.post<{ id: string }>('/api/v1/series', {
      ...{
        name: 'X52-2026-118',
        client: 'Röhrenwerk Łódź',
        project: '钢管',
        standard: 'ISO 148-1',
        edition: '2016',
      },
      acceptance: {
        ...{ clause: 'Order 17, 4.2', temperature_celsius: 0, lateral_expansion_mm: null },
        energy_j: { minimum_mean: 30, minimum_single: 10, most_below_mean: 1, scales_with_width: false },
        ...{ shear_percent: null, retest: { rule: 'en-10021', specimens: ['X52-R1'] } },
      },
    });
    for (const [index, [celsius, joule, millimetres, percent]] of BARS.entries()) {
      const specimen = await admin.post<{ id: string }>('/api/v1/specimens', {
        ...{ identifier: `X52-${String(index + 1).padStart(2, '0')}`, series_id: series.id },
        temperature: { value: celsius, unit: 'degC' },
        energy: { value: joule, unit: 'J' },
        lateral_expansion: { basis: 'entered', mm: millimetres },
        shear: { method: 'chart', percent },
      });
      if (index > 1) continue;
      const picture = await renderSpecimenPicture(8_600 + index, 'dome-laboratory', {
        cleavageShare: 0.6,
      });
      const { body } = await admin.upload(picture.jpeg, `bar-${index + 1}.jpg`);
      const linked = await fetch(`${product.url}/api/v1/specimens/${specimen.id}/pictures/${body.id}`, {
        method: 'PUT',
        headers: { cookie: admin.cookie, origin: product.url, 'content-type': 'application/json' },
        body: '{"half":1}',
      });
      expect(linked.status).toBe(200);
      const analysis = await admin.post<{ id: string; shear_percent: number }>('/api/v1/analyses', {
        image_id: body.id,
      });
      if (index === 0) {
        await admin.post('/api/v1/labels', { analysis_id: analysis.id, shear_percent: 40 });
      }
    }
    await admin.post('/api/v1/specimens', {
      ...{ identifier: 'X52-R1', series_id: series.id, temperature: { value: 0, unit: 'degC' } },
      energy: { value: 45, unit: 'J' },
    });
    browser = await launchBrowser(browserFound.path as string);
    const context = await browser.newContext({
      ...{ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true },
    });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    await page.goto(`${product.url}/reports`);
    await page.getByLabel('User name').fill('rita');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: /sign in/i }).click();
    await page.getByLabel('Code of your authenticator').fill(recovery[0] as string);
    await page.getByRole('button', { name: /sign in/i }).click();
    await page.getByText('No reports yet').waitFor();
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await folder.remove();
  });

  const look = (name: string) => lookAtPage(page, name, ['desktop', 'tablet', 'phone']);
  /** The pictures of the page are asked for when they come into sight. */
  async function seePictures(): Promise<void> {
    for (const picture of await byTestId('reported-picture').all()) await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        page.evaluate(
          `[...document.querySelectorAll('[data-testid=reported-picture] img')].every((one) => one.complete && one.naturalWidth > 0)`,
        ),
      )
      .toBe(true);
  }

  it('a report is made on the page of its series, and read as a draft', async () => {
    await page.getByRole('link', { name: 'Series' }).first().click();
    await page.getByRole('link', { name: 'X52-2026-118' }).click();
    await page.getByLabel('Percent shear', { exact: true }).check();
    await page.getByRole('button', { name: 'Make report' }).click();
    await page.getByRole('heading', { name: 'Report 1, version 1' }).waitFor();
    expect(await byTestId('report-state').first().textContent()).toBe('Draft');
    const table = (await byTestId('reported-specimens').textContent()) as string;
    expect(table).toContain('X52-12');
    expect(table).toContain('admin');
    expect(await page.getByTestId('curve-picture').count()).toBe(2);
    await page.getByText('Order 17, 4.2').waitFor();
    expect(await byTestId('unprintable').textContent()).toContain('钢 as [U+94A2]');
    expect(await byTestId('retest').textContent()).toContain('Passed after the retest of X52-R1.');
    expect(await byTestId('reported-picture').count()).toBe(2);
    await seePictures();
    first = new URL(page.url()).pathname.split('/').at(-1) as string;
    await look('report-draft');
  });

  it('is signed with password and code, once more', async () => {
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByTestId('unprintable').waitFor();
    await dialog.getByLabel('Your password, once more').fill('not mine at all');
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await dialog.getByTestId('error-state').waitFor();
    await dialog.getByLabel('Your password, once more').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await dialog.getByLabel('Code of your second factor').waitFor();
    await look('report-sign');
    await dialog.getByLabel('Code of your second factor').fill(recovery[1] as string);
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await byTestId('verification-code').waitFor();
    code = (await byTestId('verification-code').textContent()) as string;
    expect(code).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect(await byTestId('signature').textContent()).toContain('rita');
    await dialog.waitFor({ state: 'detached' });
    await look('report-signed');
  });

  it('is downloaded as PDF, with its pictures and its code', async () => {
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name: 'PDF' }).click();
    const file = await started;
    expect(file.suggestedFilename()).toBe('report-1-1.pdf');
    const { pages, pictures } = await readPdf(await readFile(await file.path()));
    for (const text of pages) expect(text).toContain(code);
    expect(pages.join(' ')).toContain('Röhrenwerk Łódź');
    expect(pages.join(' ')).toContain('[U+94A2][U+7BA1]');
    expect(pages.join(' ')).toContain('Passed after the retest of X52-R1.');
    expect(pictures).toBe(4);
  });

  it('is verified by its code, and a code that nobody gave is not', async () => {
    await page.goto(`${product.url}/reports`);
    await page.getByRole('link', { name: 'Verify a paper' }).click();
    const field = page.getByLabel('Verification code');
    await field.fill('0000-0000');
    expect(await page.getByRole('button', { name: 'Verify' }).isDisabled()).toBe(true);
    await field.fill('0000000000000000');
    await page.keyboard.press('Enter');
    await page.getByText('No report has this code').waitFor();
    await field.fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByText('Signed and in force').waitFor();
    await look('report-verified');
  });

  it('is superseded by a next version; one that nobody is to sign is discarded', async () => {
    const supersede = async (reason: string) => {
      await page.goto(`${product.url}/reports/${first}`);
      await page.getByRole('button', { name: 'Supersede' }).click();
      await page.getByLabel('What was wrong').fill(reason);
      await page.getByRole('button', { name: 'Make the next version' }).click();
    };
    await supersede('Not quite.');
    await page.getByRole('heading', { name: 'Report 1, version 2' }).waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByLabel('Why nobody is to sign it').fill('Another value was wrong, too.');
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await expect.poll(() => byTestId('report-state').first().textContent()).toBe('Discarded');
    expect(await page.getByRole('button', { name: 'Sign', exact: true }).count()).toBe(0);

    await supersede('Energy of X52-03 was misread.');
    await page.getByRole('heading', { name: 'Report 1, version 3' }).waitFor();
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Your password, once more').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await dialog.getByLabel('Code of your second factor').fill(recovery[2] as string);
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await byTestId('verification-code').waitFor();
    await expect.poll(() => byTestId('version').count()).toBe(3);

    // The QR code on the first paper leads here.
    await page.goto(`${product.url}/reports/verify?code=${code}`);
    await page.getByText('Signed, but superseded').waitFor();
    await page.getByRole('link', { name: '1, version 1' }).click();
    await page.getByText('Superseded by version 3').first().waitFor();
    await look('report-superseded');
  });

  it('are found by state and text', async () => {
    await page.goto(`${product.url}/reports`);
    await expect.poll(() => byTestId('report-row').count()).toBe(3);
    await look('reports');
    await page.getByLabel('State').selectOption({ label: 'Superseded' });
    await expect.poll(() => byTestId('report-row').count()).toBe(1);
    await page.getByRole('searchbox', { name: 'Search' }).fill('nobody');
    await page.getByText('Nothing found').waitFor();
    expect(complaints).toEqual([]);
  });
});
