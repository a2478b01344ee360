import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { HOST_METRICS } from '@mlmcsc/platform/metrics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryPath } from '../../../test/repository-path.ts';
import type { ProgramResult } from '../../../test/run-program.ts';
import { runProgram } from '../../../test/run-program.ts';
import { judgeHostFigures } from '../support/judge-host-figures.ts';
import {
  type Acknowledged,
  drillsMissing,
  type RecoveryLab,
  type Region,
  startRecoveryLab,
  untilArchived,
  writeUnderLoad,
  writtenNumbers,
} from '../support/recovery-lab.ts';

const title = `recovery, step for step as the runbooks say${drillsMissing === null ? '' : ` (skipped: ${drillsMissing})`}`;
const execute = promisify(execFile);
/** The longest that may be lost with the disk of the database. */
const recoveryPointGoalMs = 60_000;

describe.skipIf(drillsMissing !== null)(title, () => {
  let lab: RecoveryLab;
  let next = 1;
  /** Everything acknowledged that must be there. */
  let kept: Acknowledged[] = [];

  beforeAll(async () => {
    lab = await startRecoveryLab();
    ok(await lab.script('backup-setup.sh'));
    ok(await lab.script('backup-database.sh', 'full'));
  });
  afterAll(async () => {
    await lab?.close();
  });

  const ok = ({ code, stdout, stderr }: ProgramResult): string => {
    expect(code, `${stdout}\n${stderr}`).toBe(0);
    return stdout;
  };
  const write = async (until: (so: readonly Acknowledged[]) => boolean) => {
    const writer = writeUnderLoad(lab, next);
    await expect.poll(() => until(writer.acknowledged)).toBe(true);
    return writer;
  };
  /** Writes some and stops. */
  const writeSome = async (count = 15) => {
    const writer = await write((so) => so.length >= count);
    expect(await writer.stop()).toBeNull();
    next += writer.acknowledged.length;
    return writer.acknowledged;
  };
  const settled = () => untilArchived(lab);
  const numbersOf = (rows: readonly Acknowledged[]) => rows.map(({ number }) => number).sort((a, b) => a - b);
  const drill = async (name: string, environment: Readonly<Record<string, string>> = {}) => {
    const startedAt = performance.now();
    ok(await lab.runbook(`recovery-${name}`, environment));
    return (performance.now() - startedAt) / 1000;
  };
  const tell = (name: string, recoveryPoint: string, seconds: number) =>
    process.stdout.write(
      `drill ${name}: recovery point ${recoveryPoint}, recovery time ${seconds.toFixed(1)} s\n`,
    );
  const provenFigures = Object.keys(HOST_METRICS)
    .filter((name) => /verif|restored/.test(name))
    .sort();
  const archiveFigures = Object.keys(HOST_METRICS)
    .filter((name) => !provenFigures.includes(name))
    .sort();
  const metrics = async () => {
    const path = join(lab.folder, 'spool', 'mlmcsc-archive.prom');
    ok(await lab.script('backup-metrics.sh', path));
    const text = await readFile(path, 'utf8');
    const names = new Set([...text.matchAll(/^mlmcsc_\w+/gm)].map(([name]) => name));
    expect([...names].sort()).toEqual(archiveFigures);
    return (name: string) => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1]);
  };
  const client = ({ s3 }: Region) =>
    new S3Client({
      ...{ endpoint: s3.endpoint, region: s3.region, forcePathStyle: true },
      credentials: { accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey },
    });
  const newestSegment = async (region: Region): Promise<string> => {
    const keys: string[] = [];
    const listing = await client(region).send(
      new ListObjectsV2Command({ Bucket: region.backupBucket, Prefix: 'mlmcsc/archive/' }),
    );
    for (const { Key = '' } of listing.Contents ?? [])
      if (/\/[0-9A-F]{24}-[0-9a-f]{40}/.test(Key)) keys.push(Key);
    return keys.sort().at(-1) as string;
  };

  it('a repository that is away: nothing is forgotten, the alerts fire, and the log catches up', async () => {
    const before = (await metrics())('mlmcsc_wal_archive_failures_total');
    const settings = await readFile(lab.settingsFile, 'utf8');
    // Nobody listens there.
    await writeFile(
      lab.settingsFile,
      settings.replace(/(REPO1_STORAGE_PORT)=\d+/, '$1=1').replace('IO_TIMEOUT=10', 'IO_TIMEOUT=1'),
    );
    const writer = await write((so) => so.length >= 10);
    await lab.query('select pg_switch_wal()');
    await expect
      .poll(async () => (await metrics())('mlmcsc_wal_archive_failures_total'), { timeout: 120_000 })
      .toBeGreaterThan(before);
    expect((await metrics())('mlmcsc_wal_archive_waiting_segments')).toBeGreaterThan(0);
    expect(lab.serverLog()).toMatch(/archive command failed/);
    const figures = await judgeHostFigures(join(lab.folder, 'spool'));
    try {
      const firing = async () => {
        await metrics();
        return figures.firing();
      };
      await expect
        .poll(firing, { timeout: 180_000, interval: 500 })
        .toEqual(expect.arrayContaining(['WalArchiveStands', 'WalArchiveFails', 'BackupRepositoryUnusable']));
      await writeFile(lab.settingsFile, settings);
      expect(await writer.stop()).toBeNull();
      await expect
        .poll(async () => (await metrics())('mlmcsc_wal_archive_waiting_segments'), { timeout: 120_000 })
        .toBe(0);
      // What failed within the last quarter of an hour is told for so long.
      await expect
        .poll(firing, { timeout: 60_000, interval: 500 })
        .toSatisfy((names: readonly string[]) =>
          names.every((name) => ['WalArchiveFails', 'BaseBackupUnproven'].includes(name)),
        );
    } finally {
      await figures.stop();
    }
    kept.push(...writer.acknowledged);
    next += writer.acknowledged.length + 1;
    kept.push(...(await writeSome()));
  });

  it('the newest base backup is proven, from the second region alone, and a failure is told', async () => {
    const file = join(lab.folder, 'spool', 'mlmcsc-verification-2.prom');
    const verify = (...more: string[]) =>
      lab.script('verify-base-backup.sh', '--repo', '2', '--scratch', lab.folder, ...more, file);
    // Somebody writes all the while.
    const writer = await write((so) => so.length >= 3);
    expect(ok(await verify())).toMatch(/Repository 2 is proven: \d{2,} tables/);
    expect(await writer.stop()).toBeNull();
    kept.push(...writer.acknowledged);
    next += writer.acknowledged.length + 1;
    const figures = async () => {
      const text = await readFile(file, 'utf8');
      return Object.fromEntries(
        [...text.matchAll(/^(mlmcsc_\w+)\{repository="2"\} (\d+)$/gm)].map(([, name, value]) => [
          name!,
          Number(value),
        ]),
      );
    };
    const proven = await figures();
    expect(Object.keys(proven).sort()).toEqual(provenFigures);
    expect(proven.mlmcsc_base_backup_verification_ok).toBe(1);
    expect(proven.mlmcsc_base_backup_restored_size_bytes).toBeGreaterThan(20_000_000);
    expect(Math.abs(Date.now() / 1000 - proven.mlmcsc_base_backup_verified_timestamp_seconds!)).toBeLessThan(
      600,
    );
    // A key that fits no more: the failure is told, and when it was last proven.
    const settings = await readFile(lab.settingsFile, 'utf8');
    await writeFile(lab.settingsFile, settings.replace(/(REPO2_S3_KEY_SECRET)=.*/, '$1=another'));
    const failed = await verify('--wait', '5');
    await writeFile(lab.settingsFile, settings);
    expect(failed.code, failed.stdout).toBe(1);
    expect(await figures()).toMatchObject({
      mlmcsc_base_backup_verification_ok: 0,
      mlmcsc_base_backup_verified_timestamp_seconds: proven.mlmcsc_base_backup_verified_timestamp_seconds,
    });
  });

  it('the lost node: killed while it writes, nothing that was acknowledged is gone', async () => {
    const writer = await write((so) => so.length >= 20);
    await lab.kill();
    expect(await writer.stop()).not.toBeNull();
    const seconds = await drill('lost-node');
    kept.push(...writer.acknowledged);
    // The one under way may be there, too: it was never answered.
    next += writer.acknowledged.length + 1;
    const there = await writtenNumbers(lab);
    expect(there).toEqual(expect.arrayContaining(numbersOf(kept)));
    expect(there.length - kept.length).toBeLessThanOrEqual(2);
    tell('lost-node', '0 rows', seconds);
  });

  it('the lost database: every row up to the last archived segment, and none missing between', async () => {
    const writer = writeUnderLoad(lab, next);
    await expect.poll(() => writer.acknowledged.length).toBeGreaterThan(10);
    await settled();
    const archived = writer.acknowledged.length;
    await expect.poll(() => writer.acknowledged.length).toBeGreaterThan(archived + 5);
    await lab.kill();
    await writer.stop();
    await rm(lab.cluster, { recursive: true });
    const seconds = await drill('lost-database');
    const there = await writtenNumbers(lab);
    const known = new Set(there);
    expect(numbersOf(kept).filter((number) => !known.has(number))).toEqual([]);
    const back = writer.acknowledged.filter(({ number }) => known.has(number));
    expect(back).toEqual(writer.acknowledged.slice(0, back.length));
    expect(back.length).toBeGreaterThan(10);
    const lostMs = writer.acknowledged.at(-1)!.at.getTime() - back.at(-1)!.at.getTime();
    expect(lostMs).toBeLessThan(recoveryPointGoalMs);
    kept.push(...back);
    next += writer.acknowledged.length + 1;
    tell(
      'lost-database',
      `${(lostMs / 1000).toFixed(1)} s (${writer.acknowledged.length - back.length} rows)`,
      seconds,
    );
  });

  const momentNow = async () =>
    (await lab.query<{ now: string }>(`select clock_timestamp()::text as now`))[0]!.now;

  it.each([
    ['dropped-table', 'drop table images cascade'],
    [
      'bad-migration',
      `insert into schema_migrations (name, sha256) values ('9999_bad.sql', repeat('0', 64)); delete from images where file_name like 'drill-%'`,
    ],
  ])('%s: exactly what was acknowledged up to the moment', async (name, damage) => {
    kept.push(...(await writeSome()));
    const there = await writtenNumbers(lab);
    const moment = await momentNow();
    await writeSome();
    await lab.query(damage);
    await settled();
    const seconds = await drill(name, { TO: moment });
    expect(await writtenNumbers(lab)).toEqual(there);
    expect(await lab.query(`select from schema_migrations where name = '9999_bad.sql'`)).toEqual([]);
    tell(name, 'to the moment, 0 rows', seconds);
  });

  it('corrupted objects: brought back from the second region', async () => {
    kept.push(...(await writeSome()));
    ok(await lab.mlmcsc('objects', 'replicate'));
    const [first] = lab.regions;
    const [changed, gone] = kept as [Acknowledged, Acknowledged];
    const at = (key: string) => ({ Bucket: first.objectsBucket, Key: key });
    await client(first).send(new PutObjectCommand({ ...at(changed.key), Body: randomBytes(2_000) }));
    await client(first).send(new DeleteObjectCommand(at(gone.key)));
    const seconds = await drill('corrupted-objects');
    for (const { key } of kept) for await (const _piece of first.objects.stream(key));
    tell('corrupted-objects', `0 of ${kept.length} objects`, seconds);
  });

  it('objects deleted and overwritten by somebody who has the key, in both regions: versions bring them back', async () => {
    const [first, second] = lab.regions;
    const aws = (region: Region) => ({
      AWS_ACCESS_KEY_ID: region.s3.accessKeyId,
      AWS_SECRET_ACCESS_KEY: region.s3.secretAccessKey,
      AWS_REGION: region.s3.region,
    });
    const protect = (bucket: string, ...more: string[]) =>
      runProgram(
        repositoryPath('deployment/scripts/protect-bucket.sh'),
        ['--bucket', bucket, '--endpoint', first.s3.endpoint, ...more],
        { environment: aws(first) },
      );
    // Also for the objects that were there before it.
    ok(await protect(first.objectsBucket, '--keep-days', '14'));
    const refused = await protect(first.objectsBucket, '--keep-days', '14', '--lock-days', '7');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('takes no object lock')]);
    kept.push(...(await writeSome()));
    const since = Math.ceil(Date.now() / 1000) * 1000;
    await expect.poll(() => Date.now(), { timeout: 10_000 }).toBeGreaterThan(since);
    const struck = kept.slice(-6);
    for (const [index, { key }] of struck.entries()) {
      await client(second).send(new DeleteObjectCommand({ Bucket: second.objectsBucket, Key: key }));
      const at = { Bucket: first.objectsBucket, Key: key };
      if (index % 2 === 0)
        await client(first).send(new PutObjectCommand({ ...at, Body: randomBytes(2_000) }));
      if (index > 0) await client(first).send(new DeleteObjectCommand(at));
    }
    const seconds = await drill('corrupted-objects', {
      SINCE: new Date(since).toISOString(),
      ...aws(first),
    });
    for (const { key } of kept) for await (const _piece of first.objects.stream(key));
    tell('deleted-objects', `0 of ${kept.length} objects`, seconds);

    const locked = 'mlmcsc-locked';
    ok(await protect(locked, '--create', '--keep-days', '2', '--lock-days', '1'));
    const { VersionId } = await client(first).send(
      new PutObjectCommand({ Bucket: locked, Key: 'a', Body: 'x' }),
    );
    await expect(
      client(first).send(new DeleteObjectCommand({ Bucket: locked, Key: 'a', VersionId })),
    ).rejects.toThrow(/lock/);
  });

  it('lost secrets: the same secret is back', async () => {
    const [folder, keyFile] = [join(lab.folder, 'data'), join(lab.folder, 'backup.key')];
    const secret = randomBytes(32).toString('base64url');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'session-secret'), `${secret}\n`);
    ok(await lab.mlmcsc('backup-key', keyFile));
    const backups = join(lab.folder, 'backups');
    await lab.mlmcsc('backup', backups, '--key-file', keyFile);
    await rm(join(folder, 'session-secret'));
    const seconds = await drill('lost-secrets', { BACKUPS: backups, KEY_FILE: keyFile });
    expect(await readFile(join(folder, 'session-secret'), 'utf8')).toBe(`${secret}\n`);
    tell('lost-secrets', '0', seconds);
  });

  it('a compromised credential opens nothing any more', async () => {
    ok(await lab.mlmcsc('user', 'create', 'eve', '--role', 'technician'));
    ok(await lab.mlmcsc('key', 'create', 'eve', '--name', 'laptop'));
    const [key] = await lab.query<{ id: string }>('select id from auth_api_key');
    const seconds = await drill('compromised-credential', {
      OWNER: 'eve',
      KEY: key!.id,
      NEW_PASSWORD: 'recovery-lab-p4ssword',
    });
    expect(await lab.query('select from auth_api_key')).toEqual([]);
    tell('compromised-credential', '0', seconds);
  });

  it('a damaged segment in one region is taken from the other; in both it stops recovery and says so', async () => {
    await writeSome(5);
    await settled();
    kept = [];
    const all = await writtenNumbers(lab);
    const damage = async (region: Region) => {
      const key = await newestSegment(region);
      await client(region).send(
        new PutObjectCommand({ Bucket: region.backupBucket, Key: key, Body: randomBytes(5_000) }),
      );
      return key;
    };
    const segment = await damage(lab.regions[0]);
    ok(await lab.script('stop-database.sh'));
    ok(await lab.script('restore-to-time.sh', '--to', 'latest', '--yes'));
    ok(await lab.script('start-restored.sh'));
    expect(await writtenNumbers(lab), segment).toEqual(all);
    // Stopping archives one segment more, so the newest is another one: both copies are damaged.
    await settled();
    ok(await lab.script('stop-database.sh'));
    for (const region of lab.regions) await damage(region);
    ok(await lab.script('restore-to-time.sh', '--to', 'latest', '--yes'));
    const refused = await lab.script('start-restored.sh');
    expect(refused.code, refused.stdout).toBe(1);
    expect(refused.stderr).toMatch(/did not recover[\s\S]*(archive-get|restore_command|could not restore)/);
  });

  it('a wrong key and a full disk end with what is wrong', async () => {
    const settings = await readFile(lab.settingsFile, 'utf8');
    await writeFile(lab.settingsFile, settings.replaceAll(/(_CIPHER_PASS)=.*/g, '$1=another'));
    await rm(lab.cluster, { recursive: true, force: true });
    const wrong = await lab.script('restore-to-time.sh', '--to', 'latest', '--yes');
    await writeFile(lab.settingsFile, settings);
    expect(wrong.code).not.toBe(0);
    expect(wrong.stdout + wrong.stderr).toMatch(/unable to decrypt|cipher|key/i);
    await mkdir(lab.cluster, { recursive: true });
    const mounted = await runProgram('mount', [
      '-t',
      'tmpfs',
      '-o',
      'size=12m,mode=700',
      'tmpfs',
      lab.cluster,
    ]);
    if (mounted.code !== 0) {
      process.stdout.write(`the full disk was left out: ${mounted.stderr.trim()}\n`);
      return;
    }
    try {
      await execute('chown', ['--reference', lab.folder, lab.cluster]);
      const full = await lab.script('restore-to-time.sh', '--to', 'latest', '--yes');
      expect(full.code).not.toBe(0);
      expect(full.stdout + full.stderr).toMatch(/unable to write[\s\S]*has 0 MB left|No space left/);
    } finally {
      await runProgram('umount', [lab.cluster]);
    }
  });
});
