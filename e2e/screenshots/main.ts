import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { type ApiSession, signIn } from '../../test/api-session.ts';
import { findBrowser, launchBrowser } from '../../test/browser.ts';
import { createFakeCamera } from '../../test/fake-camera.ts';
import { renderSpecimenPicture } from '../../test/render-pictures.ts';
import { repositoryPath } from '../../test/repository-path.ts';
import { startProduct } from '../../test/start-product.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { LOOKS, type Look, lookSheet } from './look-sheet.ts';
import { findPages, type ShownPage } from './pages.ts';

/** `npm run screenshots`: every page of the web application with the demonstration series in it, in six looks, into `docs/images/pages`. */
const FOLDER = repositoryPath('docs/images/pages');

const browserFound = findBrowser();
if (browserFound.path === null) throw new Error(browserFound.reason);
const folder = await temporaryFolder('screenshots');
const product = await startProduct({
  dataDir: folder.path,
  demonstration: true,
  environment: { MLMCSC_REQUESTS_PER_MINUTE: '100000' },
});
const camera = await createFakeCamera(join(folder.path, 'camera.y4m'), 1280, 720);
const browser = await launchBrowser(browserFound.path, camera.browserOptions);
try {
  const password = String(product.password);
  const session = await signIn(product.url, 'admin', password);
  await demonstrationIsLoaded(session);
  const pages = await findPages(product.url, session);
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  await context.grantPermissions(['camera'], { origin: product.url });
  await camera.show((await renderSpecimenPicture(35, 'dome-laboratory', { cleavageShare: 0.55 })).image);
  // Chromium names the camera after its file.
  await context.addInitScript(
    `Object.defineProperty(MediaDeviceInfo.prototype, 'label', { get: () => 'Microscope camera' })`,
  );
  const page = await context.newPage();
  await page.goto(product.url);
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  for (const shown of pages.filter(({ signedIn }) => !signedIn)) await show(page, shown);
  await page.goto(`${product.url}/sign-in`);
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.getByTestId('drop-zone').waitFor();
  for (const shown of pages.filter(({ signedIn }) => signedIn)) await show(page, shown);
  await writeFile(join(FOLDER, 'README.md'), index(pages));
  console.log(`${pages.length} pages in ${LOOKS.length} looks each: ${FOLDER}`);
} finally {
  await browser.close();
  await product.stop();
  await folder.remove();
}

async function show(page: Page, { name, path }: ShownPage): Promise<void> {
  const pictures: { look: Look; png: Buffer }[] = [];
  for (const look of LOOKS) {
    await page.setViewportSize({ width: look.width, height: look.height });
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${product.url}${path}`, { waitUntil: 'networkidle' }).catch(() => {
      // Pages with live events are never idle.
    });
    await page.locator('main').waitFor();
    pictures.push({ look, png: await page.screenshot({ animations: 'disabled' }) });
  }
  const sheet = await lookSheet(pictures);
  await sharp(sheet)
    .webp({ quality: 70 })
    .toFile(join(FOLDER, `${name}.webp`));
  console.log(name);
}

async function demonstrationIsLoaded(session: ApiSession): Promise<void> {
  const deadline = performance.now() + 600_000;
  while (!/ (\d+) of \1 demonstration pictures/.test(product.output())) {
    if (performance.now() > deadline) throw new Error(`no demonstration:\n${product.output()}`);
    await session.get('/api/v1/session');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function index(pages: readonly ShownPage[]): string {
  const rows = pages.map(({ name, path }) => `## ${path}\n\n![${name}](${name}.webp)\n`);
  return `# Every page

Made by \`npm run screenshots\` from the demonstration series: desktop, tablet and phone, light and dark.

${rows.join('\n')}`;
}
