import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiSession, signIn } from '../test/api-session.ts';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { lookAtPage, type Place } from '../test/look-at-page.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';
const PICTURES = 5;

describe.skipIf(browserFound.path === null)(`a trial in the browser${skipNote}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let browser: Browser;
  let page: Page;
  let session: ApiSession;

  const byTestId = (id: string) => page.getByTestId(id);
  const look = (name: string, places?: readonly Place[]) => lookAtPage(page, `trial-${name}`, places);
  const answers = async () => (await byTestId('answers').textContent()) ?? '';

  beforeAll(async () => {
    folder = await temporaryFolder('trial-page');
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
    await look('begin', ['desktop', 'phone']);
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
    await look('runs', ['desktop', 'tablet', 'phone']);
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
    await look('model-page', ['phone']);
  });

  it('is followed by whoever has the page open', async () => {
    const read = async <Answer>(path: string) =>
      (await (
        await fetch(`${product.url}/api/v1${path}`, { headers: { cookie: session.cookie } })
      ).json()) as Answer;
    const champion = await read<{ version: string }>('/models/current');
    const { items } = await read<{ items: { version: string }[] }>('/models?limit=20');
    const challenger = items.find(({ version }) => version !== champion.version);
    // The page lies still; somebody else begins and ends a trial.
    const trial = await session.post<{ id: string }>('/api/v1/model-trials', {
      ...{ model_version: challenger?.version, kind: 'shadow', reason: 'begun elsewhere' },
    });
    await byTestId('trials').getByText('begun elsewhere').waitFor();
    await page.goto(`${product.url}/model/trials/${trial.id}`);
    await expect.poll(() => byTestId('trial-state').textContent()).toBe('Runs');
    await session.post(`/api/v1/model-trials/${trial.id}/end`, { reason: 'ended elsewhere' });
    await expect.poll(() => byTestId('trial-state').textContent()).toBe('Ended');
    await byTestId('trial').getByText('ended elsewhere').waitFor();
  });
});
