import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { renderSpecimenPicture } from './render-pictures.ts';
import { repositoryPath } from './repository-path.ts';

const SCREENSHOTS = repositoryPath('test-results/screenshots');
/** Addresses and what a German heading of the page is. */
const PAGES = [
  ['/review-queue', 'Sichtungsliste'],
  ['/history', 'Verlauf'],
  ['/series', 'Reihen'],
  ['/jobs', 'Aufträge'],
  ['/studies', 'Studien'],
  ['/model', 'Modell'],
  ['/reports', 'Prüfberichte'],
  ['/drift', 'Drift'],
  ['/operations', 'Betrieb'],
  ['/datasets', 'Datensätze'],
  ['/account', 'Konto'],
  ['/users', 'Benutzer'],
  ['/audit', 'Audit-Trail'],
  ['/webhooks', 'Webhooks'],
  ['/schedules', 'Zeitpläne'],
  ['/letterhead', 'Briefkopf'],
  ['/retention', 'Aufbewahrung'],
] as const;
const WIDTHS = [
  ['desktop', { width: 1366, height: 768 }],
  ['tablet', { width: 820, height: 1180 }],
  ['phone', { width: 390, height: 844 }],
] as const;

/** Nothing may stick out to the side: German words are long. */
async function expectFits(page: Page, name: string): Promise<void> {
  for (const [place, viewport] of WIDTHS) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: join(SCREENSHOTS, `german-${name}-${place}.png`), fullPage: true });
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow, `${name} sticks out on a ${place}`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(WIDTHS[0][1]);
}

/** A technician's job in a browser that prefers German, a look at every page, and the way to English and back. */
export async function walkInGerman(browser: Browser, url: string, password: string): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true });
  const context = await browser.newContext({
    ...{ locale: 'de-DE', timezoneId: 'Europe/Berlin', viewport: WIDTHS[0][1] },
    ...{ reducedMotion: 'reduce', colorScheme: 'light' },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const byTestId = (id: string) => page.getByTestId(id);
  const language = () => page.evaluate('document.documentElement.lang');

  await page.goto(url);
  await page.getByLabel('Benutzername').fill('admin');
  expect(await language()).toBe('de');
  await page.getByLabel('Passwort', { exact: true }).fill('falsch, aber lang genug');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await byTestId('sign-in-error').getByText('Benutzername oder Passwort ist falsch').waitFor();
  await expectFits(page, 'sign-in');
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await byTestId('drop-zone').waitFor();
  await expectFits(page, 'welcome');

  const { jpeg } = await renderSpecimenPicture(51, 'dome-laboratory', { resolutionScale: 0.5 });
  await byTestId('file-input').setInputFiles([{ name: 'probe.jpg', mimeType: 'image/jpeg', buffer: jpeg }]);
  await byTestId('face-outline').waitFor();
  expect(await byTestId('shear-percent').textContent()).toMatch(/^\d+,\d/);
  expect(await byTestId('shear-interval').textContent()).toMatch(/^90 %-Intervall: \d+,\d – \d+,\d %$/);
  await page.getByLabel('Scherbruchanteil, eingetippt').fill('41,5');
  await page.getByLabel('Notizen').fill('Lippen an der Maschine gemessen');
  expect(await accessibilityFaults(page)).toEqual([]);
  await expectFits(page, 'review');
  await page.getByRole('button', { name: 'Berichtigen' }).click();
  const saved = byTestId('saved-label');
  await saved.getByText('Berichtigt: 41,5 %').waitFor();
  // Day, month, year, and 24 hours.
  expect(await saved.textContent()).toMatch(/\d\d\.\d\d\.20\d\d, \d\d:\d\d/);
  await page.keyboard.press('?');
  await byTestId('keyboard-help').getByText('Bild ↑', { exact: true }).waitFor();
  await page.keyboard.press('Escape');

  for (const [address, heading] of PAGES) {
    await page.goto(`${url}${address}`);
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    await expect.poll(() => byTestId('loading-state').count(), { timeout: 30_000 }).toBe(0);
    await expectFits(page, address.slice(1));
  }

  await byTestId('appearance-menu').click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Retention', exact: true }).waitFor();
  expect(await language()).toBe('en');
  expect(await page.evaluate("document.activeElement?.getAttribute('data-testid')")).toBe('appearance-menu');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Retention', exact: true }).waitFor();
  await byTestId('appearance-menu').click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  await page.getByRole('heading', { level: 1, name: 'Aufbewahrung', exact: true }).waitFor();
  await context.close();
}
