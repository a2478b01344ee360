import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/** Where the browser for the tests is, or why there is none. */
export function findBrowser(): { path: string } | { path: null; reason: string } {
  const named = process.env.TEST_CHROMIUM;
  if (named !== undefined) return { path: named };
  if (existsSync(DEBIAN_CHROMIUM)) return { path: DEBIAN_CHROMIUM };
  const reason =
    process.env.TEST_CHROMIUM_MISSING ?? `there is no ${DEBIAN_CHROMIUM} and TEST_CHROMIUM is not set`;
  return { path: null, reason };
}

/** Starts a headless browser with a fresh profile that talks to nobody but the tests.
 * @param more - further options of the browser, e.g. a camera */
export function launchBrowser(path: string, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}
