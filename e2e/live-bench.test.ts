import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../test/accessibility.ts';
import { findBrowser, launchBrowser } from '../test/browser.ts';
import { createFakeCamera, type FakeCamera, movedBy, outOfFocus } from '../test/fake-camera.ts';
import { type RenderedPicture, renderSpecimenPicture } from '../test/render-pictures.ts';
import { repositoryPath } from '../test/repository-path.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

const browserFound = findBrowser();
const skipNote = browserFound.path === null ? ` (skipped: ${browserFound.reason})` : '';
const SCREENSHOTS = repositoryPath('test-results/screenshots');
const EMPTY_STAGE = { width: 8, height: 6, data: new Uint8Array(8 * 6 * 3).fill(112) };

describe.skipIf(browserFound.path === null)(`the live bench${skipNote}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let camera: FakeCamera;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let specimens: RenderedPicture[];
  const complaints: string[] = [];

  const byTestId = (id: string): Locator => page.getByTestId(id);
  const screenshot = (name: string) => page.screenshot({ path: join(SCREENSHOTS, `live-bench-${name}.png`) });
  const status = (phase: string) => page.locator(`[data-testid=bench-status][data-phase=${phase}]`).waitFor();
  const queued = () => byTestId('queue-item').count();
  /** Keys as a scanner sends them. */
  const scan = (code: string) => page.keyboard.type(`${code}\n`, { delay: 0 });

  async function expectAccessible(where: string): Promise<void> {
    expect(await accessibilityFaults(page), where).toEqual([]);
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  async function signIn(where: BrowserContext): Promise<Page> {
    const opened = await where.newPage();
    opened.setDefaultTimeout(60_000);
    opened.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    await opened.goto(`${product.url}/camera`);
    await opened.getByLabel('User name').fill('admin');
    await opened.getByLabel('Password', { exact: true }).fill(product.password as string);
    await opened.getByRole('button', { name: /sign in/i }).click();
    return opened;
  }

  beforeAll(async () => {
    folder = await temporaryFolder('live-bench');
    await mkdir(SCREENSHOTS, { recursive: true });
    const render = (seed: number, cleavageShare: number) =>
      renderSpecimenPicture(seed, 'dome-laboratory', { cleavageShare, resolutionScale: 1 });
    [camera, specimens, product] = await Promise.all([
      createFakeCamera(join(folder.path, 'camera.y4m'), 960, 720),
      Promise.all([render(35, 0.55), render(38, 0.2), render(37, 0.8)]),
      startProduct({ dataDir: join(folder.path, 'data'), timeoutMs: 540_000 }),
    ]);
    browser = await launchBrowser(browserFound.path as string, camera.browserOptions);
    context = await browser.newContext({
      ...{ viewport: { width: 1366, height: 860 }, colorScheme: 'light', reducedMotion: 'reduce' },
    });
    await context.grantPermissions(['camera'], { origin: product.url });
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await folder.remove();
  });

  it('shows the live picture, follows the face and tells when it is out of focus', async () => {
    page = await signIn(context);
    await status('no-face');
    await camera.show((specimens[0] as RenderedPicture).image);
    await status('steady');
    await byTestId('live-outline').waitFor();
    console.log(`a look takes ${await byTestId('live-outline').getAttribute('data-elapsed-ms')} ms`);
    await expect.poll(() => byTestId('focus-meter').getAttribute('data-sharp')).toBe('true');
    await expectAccessible('live bench');
    await screenshot('desktop-light');
    await camera.show(await outOfFocus((specimens[0] as RenderedPicture).image, 7));
    await status('blurred');
    await camera.show((specimens[0] as RenderedPicture).image);
    await status('steady');
  });

  it('measures a scanned specimen and goes to the next one by keys alone', async () => {
    await scan('H-2041-07');
    await expect.poll(() => byTestId('specimen-name').inputValue()).toBe('H-2041-07');
    const pressed = Date.now();
    await page.keyboard.press('Space');
    await byTestId('shear-percent').waitFor();
    console.log(`result ${Date.now() - pressed} ms after the key`);
    await byTestId('face-outline').waitFor();
    const shear = Number.parseFloat((await byTestId('shear-percent').textContent()) as string);
    expect(Math.abs(shear - (specimens[0]?.shearPercent as number))).toBeLessThan(25);
    expect(await byTestId('shear-interval').textContent()).toMatch(/90 % interval/);
    await page.getByText('H-2041-07').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-testid=saved-label][data-decision=accepted]').waitFor();
    await page.keyboard.press('Enter');
    await byTestId('live-bench').waitFor();
    expect(await byTestId('specimen-name').inputValue()).toBe('');
    await page.keyboard.press('i');
    await page.locator('[data-testid=specimen-name]:focus').waitFor();
    await page.keyboard.type('typed by hand');
    await page.keyboard.press('Enter');
    expect(await byTestId('specimen-name').inputValue()).toBe('typed by hand');
    await status('captured');
  });

  it('captures by itself, once per specimen, and only when it lies still', async () => {
    await byTestId('automatic').check();
    const [, second, third] = specimens as [RenderedPicture, RenderedPicture, RenderedPicture];
    await status('captured');
    await camera.show(second.image, movedBy(second.image, 60), movedBy(second.image, 120));
    await status('moving');
    expect(await queued()).toBe(1);
    await camera.show(second.image);
    await expect.poll(queued, { timeout: 60_000 }).toBe(2);
    await byTestId('shear-percent').waitFor();
    await page.keyboard.press('Escape');
    await status('captured');
    await camera.show(EMPTY_STAGE);
    await status('no-face');
    await camera.show(third.image);
    await expect.poll(queued, { timeout: 60_000 }).toBe(3);
    await byTestId('shear-percent').waitFor();
    await page.keyboard.press('Escape');
    await status('captured');
    // The same specimen, nudged: nothing more.
    await camera.show(movedBy(third.image, 20));
    await expect.poll(() => byTestId('live-outline').count()).toBe(1);
    expect(await queued()).toBe(3);
  });

  it('has shown no script error', () => {
    expect(complaints).toEqual([]);
  });
});
