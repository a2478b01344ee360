import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { repositoryPath } from './repository-path.ts';

const screenshots = repositoryPath('test-results/screenshots');
const viewports = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
} as const;
export type Place = keyof typeof viewports;

/** Looks at a page in each size, light and dark: a picture for people (`<name>-<place>-<scheme>.png`), no fault that axe finds, and
 * nothing that makes it scroll sideways. Leaves it as a light desktop.
 * @param places - @default desktop and phone
 */
export async function lookAtPage(
  page: Page,
  name: string,
  places: readonly Place[] = ['desktop', 'phone'],
): Promise<void> {
  await mkdir(screenshots, { recursive: true });
  for (const place of places) {
    await page.setViewportSize(viewports[place]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const path = join(screenshots, `${name}-${place}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true, animations: 'disabled' });
      expect(await accessibilityFaults(page), `${name} ${place} ${colorScheme}`).toEqual([]);
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow, `${name} ${place} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize(viewports.desktop);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}
