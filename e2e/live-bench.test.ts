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
const SIZES = {
  desktop: { width: 1366, height: 860 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
} as const;
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
  /** Keys as a scanner sends them: in one burst, which keys from outside the browser are not on a busy machine. */
  const scan = (code: string) =>
    page.evaluate(`for (const key of ${JSON.stringify([...code, 'Enter'])}) {
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }`);

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
      ...{ viewport: SIZES.desktop, colorScheme: 'light', reducedMotion: 'reduce' },
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
    const reading = () => byTestId('label-value').inputValue();
    const predicted = await reading();
    await byTestId('label-slider').hover();
    await page.mouse.wheel(0, -100);
    await expect.poll(reading).not.toBe(predicted);
    await page.keyboard.press('r');
    await expect.poll(reading).toBe(predicted);
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

  it('keeps captures while the network is away, through a reload, and sends each once', async () => {
    await byTestId('automatic').uncheck();
    const held = page.locator('[data-testid=queue-item][data-state=held]');
    const done = page.locator('[data-testid=queue-item][data-state=done]');
    const stored = async () => {
      const answer = await page.request.get(`${product.url}/api/v1/history`);
      return ((await answer.json()) as { items: unknown[] }).items.length;
    };
    expect(await stored()).toBe(3);
    await context.setOffline(true);
    for (const [index, specimen] of specimens.slice(0, 2).entries()) {
      // Not the very pixels of an earlier capture: the same bytes would be the same picture.
      await camera.show(movedBy(specimen.image, 12));
      await status('steady');
      await page.keyboard.press('Space');
      await expect.poll(() => held.count()).toBe(index + 1);
      await byTestId('frozen-picture').waitFor();
      await page.keyboard.press('Enter');
      await byTestId('live-bench').waitFor();
    }
    await expectAccessible('live bench, network away');
    await screenshot('away-desktop-light');
    // The page itself can be loaded again, but no picture goes through yet.
    await context.route('**/api/v1/images', (route) => route.abort());
    await context.setOffline(false);
    await page.reload();
    await expect.poll(() => held.count()).toBe(2);
    expect(await stored()).toBe(3);
    await context.unroute('**/api/v1/images');
    await expect.poll(() => done.count(), { timeout: 60_000 }).toBe(5);
    expect(await stored()).toBe(5);
    await page.reload();
    await status('steady');
    expect(await held.count()).toBe(0);
    expect(await stored()).toBe(5);
  });

  it('calibrates by two clicks or keys, remembers the scale and sends it along', async () => {
    await page.getByRole('button', { name: 'Calibrate' }).click();
    const frame = byTestId('calibration-frame');
    await frame.waitFor();
    const box = await frame.boundingBox();
    if (box === null) throw new Error('the frozen frame has no size');
    await page.mouse.click(box.x + 0.25 * box.width, box.y + box.height / 2);
    await page.mouse.click(box.x + 0.75 * box.width, box.y + box.height / 2);
    await byTestId('calibration-length').fill('10');
    // Half of 960 pixels in 10 mm.
    const shown = async () => Number.parseFloat((await byTestId('calibration-scale').textContent()) ?? '');
    expect(Math.abs((await shown()) - 48)).toBeLessThan(0.3);
    const before = await shown();
    await page.getByRole('button', { name: /^Mark 2/ }).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(shown).toBeCloseTo(before + 1, 1);
    await expectAccessible('calibration');
    await screenshot('calibration-desktop-light');
    await page.getByRole('button', { name: 'Use this scale' }).click();
    await page.reload();
    await status('steady');
    expect(await byTestId('scale').textContent()).toBe(`${(before + 1).toFixed(2)} px/mm`);
    await camera.show(EMPTY_STAGE);
    await status('no-face');
    await camera.show(movedBy((specimens[2] as RenderedPicture).image, 24));
    await scan('SCALED-1');
    await status('steady');
    await page.keyboard.press('Space');
    await byTestId('shear-percent').waitFor();
    const id = await byTestId('analysis-view').getAttribute('data-analysis-id');
    const answer = await page.request.get(`${product.url}/api/v1/analyses/${id}`);
    expect(((await answer.json()) as { px_per_mm: number }).px_per_mm).toBeCloseTo(before + 1, 1);
    await page.keyboard.press('Escape');
  });

  it('fits every screen, light and dark', async () => {
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await byTestId('live-outline').waitFor();
        await expectAccessible(`live bench, ${size}, ${colorScheme}`);
        await screenshot(`${size}-${colorScheme}`);
      }
    }
    await page.setViewportSize(SIZES.desktop);
  });

  it('comes back when the camera was unplugged, and says when it is forbidden', async () => {
    const video = 'document.querySelector("[data-testid=live-video]")';
    await page.evaluate(`${video}.srcObject.getVideoTracks()[0].dispatchEvent(new Event('ended'))`);
    await page.locator('[data-testid=camera-trouble][data-trouble=unplugged]').waitFor();
    await expectAccessible('unplugged');
    await screenshot('unplugged-desktop-dark');
    await page.evaluate('navigator.mediaDevices.dispatchEvent(new Event("devicechange"))');
    await byTestId('live-video').waitFor();

    await context.clearPermissions();
    await page.reload();
    await page.locator('[data-testid=camera-trouble][data-trouble=denied]').waitFor();
    await context.grantPermissions(['camera'], { origin: product.url });
    await page.getByRole('button', { name: 'Try again' }).click();
    await byTestId('live-video').waitFor();
  });

  it('chooses between cameras and remembers the choice', async () => {
    const two = await launchBrowser(browserFound.path as string, [
      '--use-fake-device-for-media-stream=device-count=2',
    ]);
    try {
      const place = await two.newContext({ viewport: SIZES.desktop, reducedMotion: 'reduce' });
      await place.grantPermissions(['camera'], { origin: product.url });
      const own = await signIn(place);
      await own.getByTestId('live-video').waitFor();
      const choice = own.getByLabel('Camera', { exact: true });
      await expect.poll(() => choice.locator('option').count()).toBe(2);
      const first = await choice.inputValue();
      const second = (await choice.locator('option').nth(1).getAttribute('value')) as string;
      expect(second).not.toBe(first);
      await choice.selectOption(second);
      await own.getByLabel('Resolution').selectOption('640 × 480');
      const size = () => own.evaluate('document.querySelector("[data-testid=live-video]")?.videoWidth ?? 0');
      await expect.poll(size).toBe(640);
      await own.reload();
      await own.getByTestId('live-video').waitFor();
      await expect.poll(() => choice.inputValue()).toBe(second);
      await expect.poll(size).toBe(640);
    } finally {
      await two.close();
    }
  });

  it('has shown no script error', () => {
    expect(complaints).toEqual([]);
  });
});
