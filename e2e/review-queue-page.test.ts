import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiSession, signIn } from '../test/api-session.ts';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { lookAtPage } from '../test/look-at-page.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';
const PASSWORD = 'four unrelated words here';
const UNREAD = 3;
/** As many as a reader must have read before anybody judges how. */
const READ = 10;

interface Measured {
  readonly id: string;
  readonly shear_percent: number | null;
}

describe.skipIf(browserFound.path === null)(`the page of the review queue${skipNote}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let admin: ApiSession;
  let ann: ApiSession;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  const user = async (username: string, role: string): Promise<ApiSession> => {
    const made = await admin.post<{ link: { token: string } }>('/api/v1/users', { username, role });
    await admin.post('/api/v1/one-time-links/redeem', { token: made.link.token, password: PASSWORD });
    return signIn(product.url, username, PASSWORD);
  };

  /** Pictures with a number, one after the other; a rendered face may be refused like any other. */
  let seed = 9_100;
  const measureNext = async (name: string): Promise<{ id: string; measured: number }> => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      seed += 1;
      const { jpeg } = await renderSpecimenPicture(seed, 'dome-laboratory', { cleavageShare: 0.45 });
      const { body } = await admin.upload(jpeg, name);
      const { id, shear_percent: measured } = await admin.post<Measured>('/api/v1/analyses', {
        image_id: body.id,
      });
      if (measured !== null) return { id, measured };
    }
    throw new Error('ten pictures in a row were refused');
  };

  beforeAll(async () => {
    folder = await temporaryFolder('review-queue-page');
    product = await startProduct({ dataDir: folder.path, timeoutMs: 540_000 });
    admin = await signIn(product.url, 'admin', product.password!);
    ann = await user('ann', 'technician');
    await user('vic', 'viewer');
    const bob = await user('bob', 'technician');
    for (let index = 0; index < READ; index += 1) {
      const { id, measured } = await measureNext(`read-${index}.jpg`);
      // Someone who reads cleavage where the others see shear.
      await bob.post('/api/v1/labels', { analysis_id: id, shear_percent: Math.max(0, measured - 45) });
    }
    for (let index = 0; index < UNREAD; index += 1) await measureNext(`unread-${index}.jpg`);
    browser = await launchBrowser(browserFound.path as string);
    page = await openAs('ann');
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await folder.remove();
  });

  async function openAs(username: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const opened = await context.newPage();
    opened.setDefaultTimeout(30_000);
    opened.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    opened.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text());
    });
    await opened.goto(product.url);
    await opened.getByLabel('User name').fill(username);
    await opened.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await opened.getByRole('button', { name: 'Sign in' }).click();
    await opened.getByTestId('user-menu').waitFor();
    return opened;
  }

  /** In both colours, on a desk, a tablet and in a hand: a picture to look at, and no serious fault of accessibility. */
  const look = (name: string) => lookAtPage(page, name, ['desktop', 'tablet', 'phone']);

  const openQueue = () => page.getByRole('link', { name: 'Queue' }).first().click();

  it('shows what to label, what to check and who stands out, each with its reasons', async () => {
    await openQueue();
    expect(await page.getByTestId('why-this-way').textContent()).toMatch(
      /^\d+ of 100 labels: until then ordinary pictures teach the model most/,
    );
    await look('review-queue-first');
    await page.getByText('Hybrid', { exact: true }).click();
    await page.getByTestId('why-this-way').waitFor({ state: 'detached' });
    await expect
      .poll(() => page.getByTestId('to-label').getByTestId('queue-picture').count())
      .toBeGreaterThanOrEqual(UNREAD);
    expect(await page.getByTestId('to-label').textContent()).toMatch(/deviations a feature from the nearest/);
    const toCheck = page.getByTestId('to-check').getByTestId('queue-picture');
    expect(await toCheck.count()).toBeGreaterThan(5);
    expect(await toCheck.first().textContent()).toMatch(/by bob.*urgent.*points outside/);
    expect(await page.getByTestId('queue-reader').textContent()).toMatch(/^bob.*points/);
    await look('review-queue');
  });

  it('chooses by another way, and draws lots again', async () => {
    await page.getByText('Uncertainty', { exact: true }).click();
    await page.getByText('the widest intervals first').waitFor();
    expect(new URL(page.url()).searchParams.get('strategy')).toBe('uncertainty');
    await page.getByText('Random', { exact: true }).click();
    await page.getByText('Drawn by lot.').first().waitFor();
    await page.getByRole('button', { name: 'Draw again' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('seed')).toBe('1');
    await page.reload();
    await page.getByText('Drawn by lot.').first().waitFor();
  });

  it('leads from one reading to the next, and back to the queue when all is read', async () => {
    await page.getByText('Uncertainty', { exact: true }).click();
    await page.getByText('the widest intervals first').waitFor();
    await page.getByRole('link', { name: 'Begin with the first' }).click();
    const seen = new Set<string>();
    const unread = (await ann.get<{ to_label: unknown[] }>('/api/v1/review-queue')).to_label.length;
    for (let read = 1; read <= unread; read += 1) {
      const view = page.getByTestId('analysis-view');
      await expect
        .poll(async () => seen.has((await view.getAttribute('data-analysis-id')) ?? ''))
        .toBe(false);
      seen.add((await view.getAttribute('data-analysis-id'))!);
      if (read === 2) {
        await page.getByTestId('saved-before').waitFor();
        await look('review-queue-picture');
      }
      await page.getByTestId('label-value').fill(String(40 + read));
      await page.getByTestId('submit-label').click();
      if (read < unread) await page.getByText(`Saved: ${40 + read}.0 % for`).waitFor();
    }
    await page.getByText('Every picture that can be read has a label.').waitFor();
    expect(seen.size).toBe(unread);
    expect(new URL(page.url()).searchParams.get('strategy')).toBe('uncertainty');
  });

  it('steps over a picture without a reading, and opens what a reader read', async () => {
    const first = page.getByTestId('to-check').getByTestId('queue-picture').first();
    const id = await first.getAttribute('data-analysis-id');
    await first.getByRole('link').click();
    await page.locator(`[data-testid=analysis-view][data-analysis-id="${id}"]`).waitFor();
    await page.getByRole('button', { name: 'Next picture' }).click();
    const view = page.getByTestId('analysis-view');
    await expect.poll(() => view.getAttribute('data-analysis-id')).not.toBe(id);
    expect(await page.getByTestId('queue-bar').textContent()).toBe('Check again');
    await page.goBack();
    await page.getByRole('link', { name: 'Readings of bob' }).click();
    await page.getByTestId('history-table').waitFor();
    expect(new URL(page.url()).searchParams.get('technician')).toBe('bob');
  });

  it('is not offered to people who may only look', async () => {
    const viewer = await openAs('vic');
    expect(await viewer.getByRole('link', { name: 'Queue' }).count()).toBe(0);
    await viewer.goto(`${product.url}/review-queue`);
    await viewer.getByTestId('denied-state').waitFor();
    await viewer.context().close();
    expect(complaints.filter((text) => !text.includes('403'))).toEqual([]);
  });
});
