import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../test/accessibility.ts';
import { type ApiSession, signIn } from '../test/api-session.ts';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { forceTable } from '../test/force-curve-file.ts';
import { repositoryPath } from '../test/repository-path.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';
const SCREENSHOTS = repositoryPath('test-results/screenshots');

/** Line pipe of grade X52, measured by NIST: °C, J, mm, percent shear. */
const BARS = readFileSync(repositoryPath('packages/charpy/test/golden/nist-x52/x52-kv-le-sfa.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

describe.skipIf(browserFound.path === null)(`the pages of series in the browser${skipNote}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let browser: Browser;
  let session: ApiSession;
  let page: Page;
  const complaints: string[] = [];
  const byTestId = (id: string) => page.getByTestId(id);

  beforeAll(async () => {
    folder = await temporaryFolder('series-page');
    await mkdir(SCREENSHOTS, { recursive: true });
    product = await startProduct({ dataDir: folder.path });
    session = await signIn(product.url, 'admin', product.password as string);
    browser = await launchBrowser(browserFound.path as string);
    const context = await browser.newContext({
      ...{ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true },
    });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    await page.goto(`${product.url}/series`);
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(product.password as string);
    await page.getByRole('button', { name: /sign in/i }).click();
    await page.getByText('No series yet').waitFor();
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await folder.remove();
  });

  async function look(name: string): Promise<void> {
    for (const [place, viewport] of [
      ['desktop', { width: 1440, height: 900 }],
      ['phone', { width: 390, height: 844 }],
    ] as const) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({
          path: join(SCREENSHOTS, `${name}-${place}-${colorScheme}.png`),
          fullPage: true,
        });
        expect(await accessibilityFaults(page), `${name} ${place} ${colorScheme}`).toEqual([]);
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect(overflow, `${name} ${place} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
  }

  it('begin a series, which has no specimens yet and says how they come', async () => {
    await page.getByLabel('Number or title').fill('X52-2026-118');
    await page.getByLabel('Client').fill('Pipe works');
    await page.getByRole('button', { name: 'Begin series' }).click();
    await page.getByRole('heading', { name: 'X52-2026-118' }).waitFor();
    await page.getByText('No specimens yet').waitFor();
    await byTestId('curve-refusal').waitFor();
  });

  it('take a list in, after it was looked at', async () => {
    const rows = BARS.map((bar, index) => [`X52-${String(index + 1).padStart(2, '0')}`, ...bar].join(','));
    const list = (name: string, lines: readonly string[]) => ({
      ...{ name, mimeType: 'text/csv' },
      buffer: Buffer.from(`Specimen,T [°C],KV2 [J],LE [mm],SFA,Shift\n${lines.join('\n')}\n`),
    });
    const file = page.locator('input[type=file]');
    await file.setInputFiles(list('x52.csv', [...rows.slice(0, 2), 'X52-03,cold,4,0.1,0']));
    expect(await byTestId('import-faults').textContent()).toContain('Row 4, T [°C]');
    expect(await page.getByRole('button', { name: 'Take in' }).isDisabled()).toBe(true);
    await look('series-import-faults');
    await file.setInputFiles(list('x52.csv', rows));
    await byTestId('import-faults').waitFor({ state: 'detached' });
    await page.getByRole('cell', { name: 'left out' }).waitFor();
    await page.getByRole('button', { name: 'Take in 12 specimens' }).click();
    await byTestId('taken-in').waitFor();
    await expect.poll(() => byTestId('specimen-row').count()).toBe(12);
  });

  it('show the specimens, the verdict and the curve', async () => {
    const id = new URL(page.url()).pathname.split('/').at(-1) as string;
    const series = await fetch(`${product.url}/api/v1/series/${id}`, { headers: { cookie: session.cookie } });
    const changed = await fetch(`${product.url}/api/v1/series/${id}`, {
      method: 'PATCH',
      headers: {
        ...{ cookie: session.cookie, origin: product.url, 'content-type': 'application/json' },
        'if-match': series.headers.get('etag') as string,
      },
      body: JSON.stringify({
        acceptance: {
          ...{ clause: 'Order 17, 4.2', temperature_celsius: 0, lateral_expansion_mm: null },
          energy_j: { minimum_mean: 27, minimum_single: 20, most_below_mean: 1, scales_with_width: true },
          shear_percent: { minimum_mean: 30, minimum_single: null },
        },
      }),
    });
    expect(changed.status).toBe(200);
    await page.reload();
    await byTestId('specimen-row').nth(11).waitFor();
    expect(await byTestId('verdict').textContent()).toBe('Fails');
    await page.getByText('Percent shear, mean: 27.7 %, at least 30.0 %').waitFor();
    const picture = byTestId('curve-picture');
    expect(await picture.getAttribute('aria-label')).toMatch(/12 specimens; shelves .* T27J −?-?\d+\.\d °C/);
    await look('series');
  });

  it('follow another property with another formula, and say so where there is no curve', async () => {
    await page.getByLabel('Property').selectOption({ label: 'Percent shear' });
    await page.getByLabel('Formula').selectOption({ label: 'Burr' });
    await expect
      .poll(() => byTestId('curve-temperatures').textContent())
      .toMatch(/FATT50.*°C.*SATT85.*Lower shelf0\.0 %, held/);
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    expect((await file).suggestedFilename()).toMatch(/^series-.*\.csv$/);
  });

  it('take in the force curve of an instrumented test, and say whether the percent shear fits it', async () => {
    const form = byTestId('attach-curve');
    await form.getByLabel('Attach a curve to').selectOption({ label: 'X52-07' });
    const choose = async (name: string, text: string) => {
      const chooser = page.waitForEvent('filechooser');
      await form.getByRole('button', { name: 'Choose the file of the curve' }).click();
      await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    };
    await choose('wrong.csv', forceTable().replace('0.100;', '0.1x;'));
    expect(await byTestId('curve-faults').textContent()).toContain('Line 8: Displacement [mm] is no number');
    await choose('x52-07.csv', forceTable());
    const curve = byTestId('force-curve');
    await curve.waitFor();
    expect(await byTestId('force-picture').getAttribute('aria-label')).toMatch(
      /^Force over displacement of X52-07: Fgy .* kN at .*, Fm .*, Fiu .*, Fa /,
    );
    await page.locator('[data-testid=shear-plausibility][data-verdict=plausible]').waitFor();
    await form.getByText('Forces that you read off yourself').click();
    await form.getByLabel('Fa, N').fill('13900');
    await choose('x52-07.csv', forceTable());
    await page.locator('[data-testid=shear-plausibility][data-verdict=doubtful]').waitFor();
    await byTestId('earlier-force-files').getByRole('link', { name: 'x52-07.csv' }).waitFor();
    const saved = page.waitForEvent('download');
    await curve.getByRole('link', { name: 'Download the file' }).click();
    expect((await saved).suggestedFilename()).toBe('x52-07.csv');
    expect(readFileSync(await (await saved).path(), 'utf8')).toBe(forceTable());
    await look('series-instrumented');
    await curve.getByRole('button', { name: 'Take off' }).click();
    await byTestId('confirm').click();
    await curve.waitFor({ state: 'detached' });
  });

  it('are found by client, and by keyboard', async () => {
    await page.getByRole('link', { name: 'All series' }).click();
    await page.getByRole('searchbox', { name: 'Search' }).fill('nobody');
    await page.getByText('Nothing found').waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill('pipe');
    await byTestId('series-row').waitFor();
    await look('series-list');
    await page.getByRole('searchbox', { name: 'Search' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'X52-2026-118' }).waitFor();
    expect(complaints).toEqual([]);
  });
});
