import { defineConfig } from 'vitest/config';

/** How long a condition may take to come true among real processes on a busy machine; the standard is one second. */
const PATIENCE = { timeout: 30_000 };

/** Three sizes: unit beside the code, integration on real services, e2e against a running system; then what runs it: deployment, observability, drills of recovery. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{packages,apps,tools}/*/src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.mjs',
            'test/**/*.test.ts',
          ],
          testTimeout: 120_000,
          expect: { poll: PATIENCE },
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{packages,apps,tools}/*/test/integration/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: PATIENCE },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: { poll: PATIENCE },
          fileParallelism: false,
        },
      },
      ...['deployment', 'observability', 'drills'].map((name) => ({
        test: {
          name,
          include: [`deployment/test/${name}/**/*.test.ts`],
          testTimeout: 900_000,
          hookTimeout: 900_000,
          expect: { poll: PATIENCE },
          fileParallelism: false,
        },
      })),
    ],
  },
});
