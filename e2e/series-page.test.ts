import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiSession, signIn } from '../test/api-session.ts';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { forceTable } from '../test/force-curve-file.ts';
import { lookAtPage } from '../test/look-at-page.ts';
import { repositoryPath } from '../test/repository-path.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';

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

  const look = (name: string) => lookAtPage(page, name);

  /** Says what the order asks, and reads the page again. */
  async function ask(more: object): Promise<void> {
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
          ...more,
        },
      }),
    });
    expect(changed.status).toBe(200);
    await page.reload();
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
    await ask({});
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

  it('give a set that failed its second chance, and say how it went', async () => {
    const retest = (state: string) =>
      page.locator(`[data-testid=retest][data-state=${state}]`).waitFor({ state: 'visible' });
    await ask({ retest: { rule: 'en-10021', specimens: [] } });
    await retest('due');
    await page.getByText('To be tested: 1 more.').waitFor();
    expect(await byTestId('verdict').textContent()).toBe('Fails');
    await session.post('/api/v1/specimens', {
      ...{ identifier: 'X52-R1', series_id: new URL(page.url()).pathname.split('/').at(-1) },
      ...{ temperature: { value: 0, unit: 'degC' }, energy: { value: 31, unit: 'J' } },
      shear: { method: 'chart', percent: 41 },
    });
    await ask({ retest: { rule: 'en-10021', specimens: ['X52-R1'] } });
    await retest('passed');
    expect(await byTestId('verdict').textContent()).toBe('Passes');
    expect(await byTestId('retest').textContent()).toMatch(
      /EN 10021.*Passed after the retest of X52-R1.*Percent shear, mean of both sets: 34\.4 %, at least 30\.0 %/,
    );
    await byTestId('retest').scrollIntoViewIfNeeded();
    await look('series-retest');
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
