import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FilesystemObjectStore } from '@mlmcsc/platform/objects';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runMlmcsc } from '../test/run-program.ts';
import { startS3, type TestS3 } from '../test/services/s3.ts';
import { servicesMissing } from '../test/services/service-process.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

describe.skipIf(servicesMissing !== null)(
  `mlmcsc objects${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`,
  () => {
    let folder: Awaited<ReturnType<typeof temporaryFolder>>;
    let elsewhere: Awaited<ReturnType<typeof temporaryFolder>>;
    let s3: TestS3;
    let environment: Record<string, string>;
    const keys: string[] = [];
    beforeAll(async () => {
      [folder, elsewhere, s3] = await Promise.all([
        temporaryFolder('from-folder'),
        temporaryFolder('to-folder'),
        startS3(),
      ]);
      environment = {
        MLMCSC_S3_ENDPOINT: s3.endpoint,
        MLMCSC_S3_BUCKET: await s3.createBucket(),
        MLMCSC_S3_ACCESS_KEY_ID: s3.accessKeyId,
        MLMCSC_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
        MLMCSC_S3_TIMEOUT_MS: '1000',
      };
      const store = new FilesystemObjectStore(join(folder.path, 'objects'));
      for (let n = 0; n < 25; n += 1) keys.push((await store.put(randomBytes(1_000 + n))).key);
      keys.push((await store.put(randomBytes(20_000_000))).key);
    });
    afterAll(async () => {
      await s3.stop();
      await folder.remove();
      await elsewhere.remove();
    });
    const objects = (args: readonly string[], dataDir: string, inBucket = true) =>
      runMlmcsc(['objects', ...args, '--data-dir', dataDir], { environment: inBucket ? environment : {} });

    it('moves a folder into a bucket, verified, and only what is missing the next time', async () => {
      const first = await objects(['copy', 'folder', 'bucket'], folder.path);
      expect(first.stderr).toBe('');
      expect(first.stdout).toMatch(/^26 objects copied \(20\.0 MB\), 0 were there already, 0 are damaged/);
      expect(first.code).toBe(0);
      const again = await objects(['copy', 'folder', 'bucket'], folder.path);
      expect(again.stdout).toMatch(/^0 objects copied \(0\.0 MB\), 26 were there already/);
      const verified = await objects(['verify'], folder.path);
      expect(verified.stdout).toBe('26 objects are intact (20.0 MB), 0 are damaged.\n');
      expect(verified.code).toBe(0);
    });

    it('brings them back into an empty folder', async () => {
      const back = await objects(['copy', 'bucket', 'folder'], elsewhere.path);
      expect(back.stdout).toMatch(/^26 objects copied/);
      const verified = await objects(['verify'], elsewhere.path, false);
      expect(verified.stdout).toMatch(/^26 objects are intact/);
    });

    it('names a damaged object and fails', async () => {
      await writeFile(join(folder.path, 'objects', keys[3]!), randomBytes(77));
      const verified = await objects(['verify'], folder.path, false);
      expect(verified.code).toBe(1);
      expect(verified.stderr).toBe(`damaged  ${keys[3]}\n`);
      expect(verified.stdout).toMatch(/^25 objects are intact .*, 1 are damaged/);
    });

    it('says what is missing or wrong in one line', async () => {
      const same = await objects(['copy', 'folder', 'folder'], folder.path);
      expect(same.code).toBe(2);
      const without = await objects(['copy', 'folder', 'bucket'], folder.path, false);
      expect(without.code).toBe(2);
      expect(without.stderr).toContain('MLMCSC_S3_BUCKET');
      await s3.process().stop('SIGKILL');
      const away = await objects(['copy', 'folder', 'bucket'], folder.path);
      expect(away.code).toBe(1);
      expect(away.stderr).toBe('The object store does not answer; try again in a moment.\n');
    });
  },
);
