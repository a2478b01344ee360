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
const truths = [15, 50, 85];

interface Next {
  readonly reading: { readonly id: string; readonly image_id: string } | null;
}

describe.skipIf(browserFound.path === null)(`the pages of studies${skipNote}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let product: Product;
  let admin: ApiSession;
  let browser: Browser;
  const truthOf = new Map<string, number>();
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await temporaryFolder('studies-page');
    product = await startProduct({ dataDir: folder.path, timeoutMs: 540_000 });
    admin = await signIn(product.url, 'admin', product.password!);
    for (const username of ['ann', 'bob']) {
      const made = await admin.post<{ link: { token: string } }>('/api/v1/users', {
        username,
        role: 'technician',
      });
      await admin.post('/api/v1/one-time-links/redeem', { token: made.link.token, password: PASSWORD });
    }
    const ids: string[] = [];
    for (const [index, truth] of truths.entries()) {
      const picture = await renderSpecimenPicture(8_400 + index, 'dome-laboratory', {
        cleavageShare: 1 - truth / 100,
      });
      const { body } = await admin.upload(picture.jpeg, `picture-${index}.jpg`);
      const specimen = await admin.post<{ id: string }>('/api/v1/specimens', { identifier: `B-${index}` });
      const linked = await fetch(`${product.url}/api/v1/specimens/${specimen.id}/pictures/${body.id}`, {
        method: 'PUT',
        headers: { cookie: admin.cookie, origin: product.url, 'content-type': 'application/json' },
        body: '{"half":1}',
      });
      expect(linked.status).toBe(200);
      truthOf.set(String(body.id), truth);
      ids.push(specimen.id);
    }
    await admin.post('/api/v1/studies', {
      name: 'Round robin',
      specimen_ids: ids,
      readers: ['ann', 'bob'],
      seed: 3,
    });
    browser = await launchBrowser(browserFound.path as string);
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await folder.remove();
  });

  async function openAs(username: string, password: string): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      colorScheme: 'light',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text());
    });
    await page.goto(product.url);
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Studies' }).first().click();
    await page.getByRole('link', { name: 'Round robin' }).click();
    await page.getByTestId('study').waitFor();
    return page;
  }

  /** In both colours, on a desk and in a hand: a picture to look at, and no serious fault of accessibility. */

  it('asks a reader for one picture after the other, and shows no readings', async () => {
    const page = await openAs('ann', PASSWORD);
    await lookAtPage(page, 'study-reading');
    for (let given = 0; given < truths.length; given += 1) {
      await expect.poll(() => page.getByTestId('my-progress').textContent()).toBe(`${given} of 3 read`);
      const picture = page.getByRole('img', { name: `Fracture face number ${given + 1} of my readings` });
      const source = (await picture.getAttribute('src')) ?? '';
      const truth = [...truthOf].find(([imageId]) => source.includes(imageId))?.[1];
      await page.getByLabel('Percent shear').fill(String(truth));
      await page.getByRole('button', { name: 'Give this reading' }).click();
    }
    await page.getByText('You have read everything. Thank you.').waitFor();
    expect(await page.getByTestId('study-specimens').textContent()).not.toContain('85');
    expect(await page.getByTestId('study-results').count()).toBe(0);
    await page.context().close();
  });

  it('shows a reviewer where readers differ, takes the decision, and compares the readers', async () => {
    const bob = await signIn(product.url, 'bob', PASSWORD);
    const { items } = await bob.get<{ items: { id: string }[] }>('/api/v1/studies');
    const path = `/api/v1/studies/${items[0]!.id}`;
    let { reading } = await bob.get<Next>(`${path}/next-reading`);
    while (reading !== null) {
      const truth = truthOf.get(reading.image_id)!;
      const percent = truth + (truth === 50 ? 20 : 2);
      ({ reading } = await bob.post<Next>(`${path}/readings`, { reading_id: reading.id, percent }));
    }
    const page = await openAs('admin', product.password!);
    await page.getByText('to be decided').waitFor();
    const decision = page.getByRole('form', { name: 'Decide B-1' });
    await decision.getByLabel('Percent shear').fill('58');
    await decision.getByLabel('Why').fill('the lip counts');
    await decision.getByRole('button', { name: 'Decide' }).click();
    await page.getByText('58.0 % by admin: the lip counts').waitFor();
    expect(await decision.getByLabel('Why').inputValue()).toBe('');

    await page.getByRole('button', { name: 'Report this value of B-1' }).click();
    await page.getByText('Reported as percent shear of the specimen.').waitFor();
    const { items: bars } = await admin.get<{ items: { shear: object }[] }>(
      '/api/v1/specimens?identifier=B-1',
    );
    expect(bars[0]!.shear).toMatchObject({ method: 'adjudicated', percent: 58, study_id: items[0]!.id });

    const plots = page.getByTestId('agreement-plot');
    await expect.poll(() => plots.count()).toBe(2);
    const name = await plots.last().getByRole('img').getAttribute('aria-label');
    expect(name).toMatch(
      /^Bland–Altman plot of bob: 3 specimens, bias 8\.0 \(95 %: .*\), limits of agreement/,
    );
    expect(await plots.last().locator('circle').count()).toBe(3);
    expect(await page.getByTestId('study-results').textContent()).toContain('ICC(2,1), agreement');
    await lookAtPage(page, 'study-results');
    await page.getByRole('link', { name: 'All studies' }).click();
    await page.getByTestId('study-row').waitFor();
    await lookAtPage(page, 'studies');
    await page.context().close();
  });

  it('lets a reviewer begin a study, and close it', async () => {
    const page = await openAs('admin', product.password!);
    await page.getByRole('link', { name: 'All studies' }).click();
    const begin = page.getByRole('region', { name: 'Begin a study' });
    await begin.getByLabel('Name').fill('Second');
    await begin.getByLabel('Specimens').fill('B-0\nB-9');
    await begin.getByLabel('Readers').fill('ann, bob');
    await begin.getByRole('button', { name: 'Begin' }).click();
    await begin.getByText('There is no specimen B-9.').waitFor();
    await begin.getByLabel('Specimens').fill('B-0\nB-2');
    await begin.getByLabel('Readings of each specimen').fill('2');
    await begin.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { name: 'Second' }).waitFor();
    await page.getByText('ann: 0 of 4').waitFor();
    const close = page.getByRole('region', { name: 'Close the study' });
    await close.getByLabel('Why it ends').fill('a try');
    await close.getByRole('button', { name: 'Close' }).click();
    await page.getByText('by admin: a try').waitFor();
    expect(await close.count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
