import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramResult } from '../../../test/run-program.ts';
import { drillsMissing, type RecoveryLab, startRecoveryLab } from '../support/recovery-lab.ts';

const title = `recovery by size${drillsMissing === null ? '' : ` (skipped: ${drillsMissing})`}`;
/** Size of the database. `DRILL_MEGABYTES=1024 npx vitest run --project drills recovery-size` measures 1 GB. */
const MEGABYTES = Number(process.env.DRILL_MEGABYTES ?? 24);
const ROW_BYTES = 1_040;

describe.skipIf(drillsMissing !== null)(title, () => {
  let lab: RecoveryLab;
  beforeAll(async () => {
    lab = await startRecoveryLab();
    ok(await lab.script('backup-setup.sh'));
  });
  afterAll(async () => {
    await lab?.close();
  });
  const ok = ({ code, stdout, stderr }: ProgramResult) => expect(code, `${stdout}\n${stderr}`).toBe(0);
  const bytesOf = async () =>
    Number(
      (await lab.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes'))[0]?.bytes,
    );
  /** Sum over all rows, so that one that differs is noticed. */
  const sumOf = async () =>
    (await lab.query('select count(*), sum(hashtext(value)::bigint) as sum from bulk'))[0];

  it('brings a lost database of so many bytes back from the repositories, and tells how fast', async () => {
    await lab.query('create table bulk (id bigint primary key, value text not null)');
    // Hexadecimal digits of hashes: compress to a half, as identifiers and digests of real rows do.
    await lab.query(
      `insert into bulk select number, (select string_agg(encode(sha256((number * 16 + part)::text::bytea), 'hex'), '')
        from generate_series(1, 16) as part) from generate_series(1, $1::integer) as number`,
      [Math.round((MEGABYTES * 1024 * 1024) / ROW_BYTES)],
    );
    const bytes = await bytesOf();
    const seconds: Record<string, number> = {};
    const timed = async (name: string, script: string, ...args: readonly string[]) => {
      const startedAt = performance.now();
      ok(await lab.script(script, ...args));
      seconds[name] = (performance.now() - startedAt) / 1000;
    };
    await timed('base backup into two regions', 'backup-database.sh', 'full');
    // Only the log has this.
    await lab.query('delete from bulk where id = 1');
    const sum = await sumOf();
    await lab.query('select pg_switch_wal()');
    await timed('the archive has everything', 'backup-setup.sh');
    await lab.kill();
    await rm(lab.cluster, { recursive: true });
    await timed('restore', 'restore-to-time.sh', '--to', 'latest', '--yes');
    await timed('start and replay', 'start-restored.sh');
    await timed('look through every page', 'verify-database.sh', lab.databaseUrl);
    expect(await sumOf()).toEqual(sum);
    const megabytes = bytes / 1024 / 1024;
    for (const [name, time] of Object.entries(seconds)) {
      process.stdout.write(
        `size ${megabytes.toFixed(0)} MB: ${name} ${time.toFixed(1)} s, ${(megabytes / time).toFixed(1)} MB/s\n`,
      );
    }
  });
});
