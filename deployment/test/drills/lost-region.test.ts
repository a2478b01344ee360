import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  drillsMissing,
  type RecoveryLab,
  startRecoveryLab,
  untilArchived,
  writeUnderLoad,
  writtenNumbers,
} from '../support/recovery-lab.ts';

const title = `the lost region${drillsMissing === null ? '' : ` (skipped: ${drillsMissing})`}`;
/** The longest that may be lost with a region. */
const goalMs = 300_000;

describe.skipIf(drillsMissing !== null)(title, () => {
  let lab: RecoveryLab;
  beforeAll(async () => {
    lab = await startRecoveryLab();
    for (const [script, ...args] of [['backup-setup.sh'], ['backup-database.sh', 'full']] as const) {
      const { code, stdout, stderr } = await lab.script(script, ...args);
      expect(code, stdout + stderr).toBe(0);
    }
  });
  afterAll(async () => {
    await lab?.close();
  });

  it('rows and objects are served from the second one', async () => {
    const writer = writeUnderLoad(lab, 1);
    await expect.poll(() => writer.acknowledged.length).toBeGreaterThan(20);
    await untilArchived(lab);
    const replicated = await lab.mlmcsc('objects', 'replicate');
    expect(replicated.code, replicated.stderr).toBe(0);
    const safe = writer.acknowledged.length;
    await expect.poll(() => writer.acknowledged.length).toBeGreaterThan(safe + 3);
    await lab.kill();
    await writer.stop();
    await lab.regions[0].proxy.stop();
    await lab.regions[0].s3.process().stop('SIGKILL');
    await rm(lab.cluster, { recursive: true });
    const startedAt = performance.now();
    const { code, stdout, stderr } = await lab.runbook('recovery-lost-region');
    const seconds = (performance.now() - startedAt) / 1000;
    expect(code, stdout + stderr).toBe(0);
    const there = new Set(await writtenNumbers(lab));
    const back = writer.acknowledged.filter(({ number }) => there.has(number));
    expect(back.length).toBeGreaterThan(20);
    expect(back).toEqual(writer.acknowledged.slice(0, back.length));
    const lostMs = writer.acknowledged.at(-1)!.at.getTime() - back.at(-1)!.at.getTime();
    expect(lostMs).toBeLessThan(goalMs);
    let objects = 0;
    for (const { key } of writer.acknowledged.slice(0, 20)) {
      for await (const _piece of lab.regions[1].objects.stream(key));
      objects += 1;
    }
    expect(objects).toBe(20);
    process.stdout.write(
      `drill lost-region: recovery point ${(lostMs / 1000).toFixed(1)} s of rows, objects since the last replication, recovery time ${seconds.toFixed(1)} s\n`,
    );
  });
});
