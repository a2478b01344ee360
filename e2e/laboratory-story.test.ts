import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiSession, signIn } from '../test/api-session.ts';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { readPdf } from '../test/read-pdf.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { repositoryPath } from '../test/repository-path.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';
const PASSWORD = 'four unrelated words here';
const READERS = ['ann', 'bob'] as const;
/** A busy machine may take so long for what a page shows next. */
const PATIENCE = { timeout: 60_000 };
/** Both readers see this one, and differ. */
const DISPUTED = 'X52-06';

/** Line pipe of grade X52, measured by NIST: °C, J, mm, percent shear. */
const BARS = readFileSync(repositoryPath('packages/charpy/test/golden/nist-x52/x52-kv-le-sfa.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line, index) => {
    const [celsius, joule, millimetres, shear] = line.split(',').map(Number) as [
      number,
      number,
      number,
      number,
    ];
    const identifier = `X52-${String(index + 1).padStart(2, '0')}`;
    // Readers say one decimal, with its zero.
    return { identifier, celsius, joule, millimetres, shear: Number(shear.toFixed(1)) };
  });

interface StoredAnalysis {
  readonly id: string;
  readonly shear_percent: number;
}

/** From a list of bars to a signed paper, and on: what a laboratory does with one series, in the browser. */
describe.skipIf(browserFound.path === null)(`a series in the laboratory${skipNote}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let browser: Browser;
  let admin: ApiSession;
  let page: Page;
  let pdf: Buffer;
  const shearOf = new Map<string, number>();
  const analyses = new Map<string, StoredAnalysis>();
  const complaints: string[] = [];
  const byTestId = (id: string) => page.getByTestId(id);
  const championVersion = async () => (await byTestId('champion-version').textContent())?.trim();

  beforeAll(async () => {
    folder = await temporaryFolder('laboratory-story');
    product = await startProduct({ dataDir: folder.path, timeoutMs: 540_000 });
    admin = await signIn(product.url, 'admin', product.password!);
    for (const username of READERS) {
      const made = await admin.post<{ link: { token: string } }>('/api/v1/users', {
        ...{ username, role: 'technician' },
      });
      await admin.post('/api/v1/one-time-links/redeem', { token: made.link.token, password: PASSWORD });
    }
    browser = await launchBrowser(browserFound.path as string);
    page = await openAs('admin', product.password!);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await folder.remove();
  });

  async function openAs(username: string, password: string): Promise<Page> {
    const context = await browser.newContext({
      ...{ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true },
    });
    const opened = await context.newPage();
    opened.setDefaultTimeout(60_000);
    opened.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    await opened.goto(product.url);
    await opened.getByLabel('User name').fill(username);
    await opened.getByLabel('Password', { exact: true }).fill(password);
    await opened.getByRole('button', { name: 'Sign in' }).click();
    await opened.getByRole('link', { name: 'Series' }).first().waitFor();
    return opened;
  }

  it('takes in the list of twelve bars', async () => {
    await page.getByRole('link', { name: 'Series' }).first().click();
    await page.getByLabel('Number or title').fill('X52-2026-118');
    await page.getByLabel('Client').fill('Pipe works');
    await page.getByRole('button', { name: 'Begin series' }).click();
    await page.getByText('No specimens yet').waitFor();
    const rows = BARS.map(({ identifier, celsius, joule, millimetres }) =>
      [identifier, celsius, joule, millimetres].join(','),
    );
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        ...{ name: 'x52.csv', mimeType: 'text/csv' },
        buffer: Buffer.from(`Specimen,T [°C],KV2 [J],LE [mm]\n${rows.join('\n')}\n`),
      });
    await page.getByRole('button', { name: 'Take in 12 specimens' }).click();
    await expect.poll(() => byTestId('specimen-row').count(), PATIENCE).toBe(12);
  });

  it('photographs and measures every face', async () => {
    for (const [index, { identifier, shear }] of BARS.entries()) {
      const share = Math.min(0.98, Math.max(0.02, 1 - shear / 100));
      const picture = await renderSpecimenPicture(8_700 + index, 'dome-laboratory', { cleavageShare: share });
      const { body } = await admin.upload(picture.jpeg, `${identifier}.jpg`);
      const { items } = await admin.get<{ items: { id: string }[] }>(
        `/api/v1/specimens?identifier=${identifier}`,
      );
      const linked = await fetch(`${product.url}/api/v1/specimens/${items[0]!.id}/pictures/${body.id}`, {
        method: 'PUT',
        headers: { cookie: admin.cookie, origin: product.url, 'content-type': 'application/json' },
        body: '{"half":1}',
      });
      expect(linked.status).toBe(200);
      shearOf.set(String(body.id), shear);
      const analysis = await admin.post<StoredAnalysis>('/api/v1/analyses', { image_id: body.id });
      analyses.set(identifier, analysis);
    }
    await page.getByRole('link', { name: 'History' }).first().click();
    for (const { identifier } of BARS.slice(0, 3))
      await page.getByText(`${identifier}.jpg`).first().waitFor();
  });

  it('has two technicians read blind', async () => {
    await page.getByRole('link', { name: 'Studies' }).first().click();
    const begin = page.getByRole('region', { name: 'Begin a study' });
    await begin.getByLabel('Name').fill('Double reading of X52-2026-118');
    await begin.getByLabel('Specimens').fill(BARS.map(({ identifier }) => identifier).join('\n'));
    await begin.getByLabel('Readers').fill(READERS.join(', '));
    await begin.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('ann: 0 of 12').waitFor();
    const disputed = BARS.find(({ identifier }) => identifier === DISPUTED)!.shear;
    for (const reader of READERS) {
      const desk = await openAs(reader, PASSWORD);
      await desk.getByRole('link', { name: 'Studies' }).first().click();
      await desk.getByRole('link', { name: 'Double reading of X52-2026-118' }).click();
      for (let given = 0; given < BARS.length; given += 1) {
        await expect
          .poll(() => desk.getByTestId('my-progress').textContent(), PATIENCE)
          .toBe(`${given} of 12 read`);
        const picture = desk.getByRole('img', { name: `Fracture face number ${given + 1} of my readings` });
        const source = (await picture.getAttribute('src')) ?? '';
        const shear = [...shearOf].find(([imageId]) => source.includes(imageId))![1];
        const over = reader === 'ann' ? 0 : shear === disputed ? 25 : 2;
        await desk.getByLabel('Percent shear').fill(Math.min(100, shear + over).toFixed(1));
        await desk.getByRole('button', { name: 'Give this reading' }).click();
      }
      await desk.getByText('You have read everything. Thank you.').waitFor();
      await desk.context().close();
    }
  });

  it('decides where they differ, and reports the values', async () => {
    await page.reload();
    const decision = page.getByRole('form', { name: `Decide ${DISPUTED}` });
    await decision.getByLabel('Percent shear').fill('41.0');
    await decision.getByLabel('Why').fill('the lip on the left is shear');
    await decision.getByRole('button', { name: 'Decide' }).click();
    await page.getByText('41.0 % by admin: the lip on the left is shear').waitFor();
    for (const { identifier } of BARS) {
      const report = page.getByRole('button', { name: `Report this value of ${identifier}` });
      await report.click();
      await report.waitFor({ state: 'detached' });
    }
    const { items } = await admin.get<{ items: { shear: object }[] }>(
      `/api/v1/specimens?identifier=${DISPUTED}`,
    );
    expect(items[0]!.shear).toMatchObject({ method: 'adjudicated', percent: 41 });
  });

  it('fits the curve of the percent shear', async () => {
    await page.getByRole('link', { name: 'Series' }).first().click();
    await page.getByRole('link', { name: 'X52-2026-118' }).click();
    await page.getByLabel('Property').selectOption({ label: 'Percent shear' });
    await expect
      .poll(() => byTestId('curve-temperatures').textContent(), PATIENCE)
      .toMatch(/FATT50\s*1\d\.\d °C/);
  });

  it('signs the report, and takes the paper along', async () => {
    await page.getByLabel('Percent shear', { exact: true }).check();
    await page.getByRole('button', { name: 'Make report' }).click();
    await page.getByRole('heading', { name: 'Report 1, version 1' }).waitFor();
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Your password, once more').fill(product.password!);
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await byTestId('verification-code').waitFor();
    const code = (await byTestId('verification-code').textContent()) ?? '';
    pdf = await downloadPaper();
    const { pages, pictures } = await readPdf(pdf);
    for (const text of pages) expect(text).toContain(code);
    const text = pages.join(' ');
    for (const { identifier } of BARS) expect(text).toContain(identifier);
    expect(text).toContain('FATT50');
    expect(pictures).toBe(24);
  });

  it('learns from the readings, retrains, rolls back, and puts a version into service again', async () => {
    await page.getByRole('link', { name: 'Model' }).first().click();
    await byTestId('champion').waitFor();
    const shipped = await championVersion();
    const ann = await signIn(product.url, 'ann', PASSWORD);
    for (const { identifier, shear } of BARS) {
      const { id } = analyses.get(identifier)!;
      await ann.post('/api/v1/labels', { analysis_id: id, shear_percent: shear });
    }
    await expect
      .poll(() => byTestId('label-counts').textContent(), { timeout: 240_000 })
      .toBe('12 readings, 0 waiting');
    await byTestId('retrain').click();
    await page.getByRole('link', { name: 'See the job' }).click();
    await page.getByText('Completed').first().waitFor({ timeout: 240_000 });
    await page.getByRole('link', { name: 'Model' }).first().click();
    await byTestId('gate-verdict').first().waitFor();

    const learned = await championVersion();
    expect(learned).not.toBe(shipped);
    await byTestId('roll-back').click();
    await byTestId('reason').fill('the client wants the version of the report');
    await byTestId('confirm').click();
    await expect.poll(championVersion, PATIENCE).not.toBe(learned);
    await byTestId('promote').first().click();
    await byTestId('reason').fill('twelve bars of X52, read twice');
    await byTestId('confirm').click();
    await byTestId('reason').waitFor({ state: 'detached' });
    await expect
      .poll(() => byTestId('ledger').locator('li').first().textContent(), PATIENCE)
      .toContain('twelve bars of X52, read twice');
  });

  it('finds what was signed as it was, to the last bit', async () => {
    for (const { id } of analyses.values()) {
      const again = await admin.post<{ is_identical: boolean }>(`/api/v1/analyses/${id}/recompute`, {});
      expect(again.is_identical).toBe(true);
    }
    await page.goto(`${product.url}/reports`);
    await byTestId('report-row').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Report 1, version 1' }).waitFor();
    expect((await downloadPaper()).equals(pdf)).toBe(true);
    expect(complaints).toEqual([]);
  });

  async function downloadPaper(): Promise<Buffer> {
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name: 'PDF' }).click();
    return readFile(await (await started).path());
  }
});
