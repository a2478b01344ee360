import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Job } from '@mlmcsc/contracts';
import { DASHBOARDS } from '@mlmcsc/monitoring';
import { METRICS } from '@mlmcsc/platform/metrics';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ApiSession, signIn } from '../../../test/api-session.ts';
import { renderOtherThing, renderSpecimenPicture } from '../../../test/render-pictures.ts';
import { servicesMissing } from '../../../test/services/service-process.ts';
import { startSystem, type TestSystem } from '../../../test/services/system.ts';
import { monitoringMissing } from '../support/monitoring-programs.ts';
import { readRules } from '../support/read-rules.ts';
import { startMonitoring, type TestMonitoring } from '../support/start-monitoring.ts';

const missing = servicesMissing ?? monitoringMissing;
const title = `a running system, watched${missing === null ? '' : ` (skipped: ${missing})`}`;

/** Long enough for a machine that is busy with other things. */
const patience = { timeout: 120_000, interval: 500 };

/** What cannot have data here, and why; such a query must at least be one that Prometheus takes. */
const WITHOUT_DATA: readonly { readonly metric: RegExp; readonly why: string }[] = [
  { metric: /pg_stat_replication/, why: 'there is no standby' },
  { metric: /mlmcsc_drift_score_ratio/, why: 'the charts begin after 300 pictures' },
  { metric: /mlmcsc_backup_/, why: 'no backups are configured' },
  { metric: /mlmcsc_(wal_archive|base_backup)_/, why: 'no pgBackRest archives; the drills look at these' },
];

const queriesOf = ({ rows }: (typeof DASHBOARDS)[number]) =>
  rows.flatMap(({ panels }) =>
    panels.flatMap(({ title: panel, queries }) =>
      queries.map(({ expr }) => ({
        panel,
        // As Grafana fills them in, for a system that is minutes old.
        expr: expr.replaceAll('$__rate_interval', '2m').replaceAll('$__range', '1h'),
      })),
    ),
  );

describe.skipIf(missing !== null)(title, () => {
  let system: TestSystem;
  let monitoring: TestMonitoring;
  beforeAll(async () => {
    system = await startSystem({ apis: 2, workers: 1, redis: true, s3: true, metrics: true });
    monitoring = await startMonitoring(system);
    // Counters begin to count from the first scrape on.
    await vi.waitFor(
      async () => expect((await monitoring.query('up')).length).toBeGreaterThanOrEqual(10),
      patience,
    );
    await useTheProduct();
    await damageAnObject();
  });
  afterAll(async () => {
    await monitoring?.stop();
    await system?.stop();
  });

  it('is reached with all its servers', async () => {
    await expect.poll(() => monitoring.query('up == 0'), patience).toEqual([]);
    const jobs = (await monitoring.query('count by (job) (up)')).map(({ metric }) => metric.job);
    expect(jobs.sort()).toEqual([
      ...['alertmanager', 'mlmcsc-api', 'mlmcsc-site', 'mlmcsc-worker'],
      ...['nginx', 'node', 'postgres', 'prometheus', 'redis'],
    ]);
  });

  it.each(DASHBOARDS)('has data for every query of $title', async (dashboard) => {
    let empty = queriesOf(dashboard);
    const ask = async () => {
      const answers = await Promise.all(empty.map(({ expr }) => monitoring.query(expr)));
      empty = empty.filter(({ expr }, index) => {
        const hasData = answers[index]!.some(({ value }) => Number.isFinite(value));
        return !hasData && !WITHOUT_DATA.some(({ metric }) => metric.test(expr));
      });
      return empty;
    };
    await expect.poll(ask, patience).toEqual([]);
  });

  it('shows every metric of ours on a dashboard or judges it', () => {
    const asked = [...DASHBOARDS.flatMap(queriesOf), ...readRules()].map(({ expr }) => expr).join('\n');
    // Where a process runs since when is drawn on all dashboards.
    const shown = Object.keys(METRICS).filter(
      (name) => name !== 'mlmcsc_build_info' && !asked.includes(name),
    );
    expect(shown).toEqual([]);
  });

  it('computes every recording rule and refuses none', async () => {
    const answer = await fetch(`${monitoring.prometheusUrl}/api/v1/rules`);
    const { data } = (await answer.json()) as {
      data: { groups: { rules: { name: string; health: string; lastError?: string }[] }[] };
    };
    const rules = data.groups.flatMap((group) => group.rules);
    expect(rules.filter(({ health }) => health !== 'ok')).toEqual([]);
    expect(rules.length).toBe(readRules().length);
  });

  it('raises the alarm about a damaged object, to those who are on call, with its runbook', async () => {
    const alert = await alertOf('on-call', 'ObjectLost', 'firing');
    expect(alert.annotations).toMatchObject({
      summary: 'A stored object is damaged',
      runbook_url: expect.stringMatching(/^https:\/\/.+\/runbooks\/storage\.md#objectlost$/),
    });
  });

  it('tells all the time that alerts arrive', async () => {
    await alertOf('watchdog', 'Watchdog', 'firing');
  });

  it('tells operators of an API that was killed, and that it is back', async () => {
    const [, second] = system.apis;
    const instance = new URL(second!.metricsUrl!).host;
    await second!.process().stop('SIGKILL');
    const alert = await alertOf('operators', 'ApiInstanceDown', 'firing');
    expect(alert.labels.instance).toBe(instance);
    expect(alert.labels).not.toHaveProperty('runbooks');
    await second!.restart();
    await alertOf('operators', 'ApiInstanceDown', 'resolved');
  });

  it('tells those on call when no API is left, and nothing that follows from it', async () => {
    const before = monitoring.receiver.alerts.length;
    await Promise.all(system.apis.map((api) => api.process().stop('SIGKILL')));
    await alertOf('on-call', 'ApiDown', 'firing');
    await expect
      .poll(async () => (await inhibited()).sort(), patience)
      .toEqual(expect.arrayContaining(['ApiInstanceDown', 'SiteUnreachable']));
    await Promise.all(system.apis.map((api) => api.restart()));
    await alertOf('on-call', 'ApiDown', 'resolved');
    const told = monitoring.receiver.alerts.slice(before).map(({ labels }) => labels.alertname);
    expect(told).toContain('ApiDown');
  });

  /** Two labels, batches, pictures without an answer, reads, refusals: twice, with a scrape between, because a curve shows what rises. */
  async function useTheProduct(): Promise<void> {
    const { username, password } = system.administrator;
    const session = await signIn(system.url, username, password);
    const upload = async (jpeg: Uint8Array, name: string) => {
      const { status, body } = await session.upload(jpeg, name);
      expect([200, 201]).toContain(status);
      return body.id as string;
    };
    const labels: { analysis_id: string; shear_percent: number }[] = [];
    for (const [seed, shift] of [
      [41, -12],
      [42, 6],
    ] as const) {
      const image_id = await upload((await renderSpecimenPicture(seed)).jpeg, `${seed}.jpg`);
      const answer = await session.post<{ id: string; shear_percent: number }>('/api/v1/analyses', {
        image_id,
      });
      const shear_percent = Math.min(100, Math.max(0, answer.shear_percent + shift));
      labels.push({ analysis_id: answer.id, shear_percent });
    }
    for (const seed of [7, 8]) {
      const nothing = await upload((await renderOtherThing(seed)).jpeg, `nothing-${seed}.jpg`);
      await session.post('/api/v1/analyses', { image_id: nothing });
      // The answers of readers count again when they look a second time.
      for (const label of labels) await session.post('/api/v1/labels', label);
      const inBatch = await upload((await renderSpecimenPicture(40 + seed)).jpeg, `${40 + seed}.jpg`);
      const job = await session.post<Job>('/api/v1/jobs', {
        kind: 'analysis.batch.v1',
        image_ids: [inBatch],
      });
      const state = async () => (await session.get<Job>(`/api/v1/jobs/${job.id}`)).state;
      await vi.waitFor(async () => expect(await state()).toBe('completed'), patience);
      for (let read = 0; read < 10; read++) {
        await session.get('/api/v1/history');
        await session.get('/api/v1/models/current');
        await fetch(`${system.url}/api/v1/nothing-of-the-kind`);
        await fetch(`${system.url}/api/v1/history`);
      }
      await scraped();
    }
  }

  /** Waits until everything that has happened so far has been collected. */
  async function scraped(): Promise<void> {
    const count = 'min(count_over_time(up{job=~"mlmcsc-(api|worker)"}[1h]))';
    const collected = async () => (await monitoring.query(count))[0]?.value ?? 0;
    const before = await collected();
    await vi.waitFor(async () => expect(await collected()).toBeGreaterThan(before + 1), patience);
  }

  /** Overwrites a picture in the bucket behind the product's back, and asks for it. */
  async function damageAnObject(): Promise<void> {
    const { username, password } = system.administrator;
    const session: ApiSession = await signIn(system.url, username, password);
    const { jpeg } = await renderSpecimenPicture(44);
    const { body } = await session.upload(jpeg, '44.jpg');
    const sha256 = body.sha256 as string;
    const s3 = system.s3!;
    const client = new S3Client({
      endpoint: s3.endpoint,
      region: s3.region,
      forcePathStyle: true,
      credentials: { accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey },
    });
    await client.send(
      new PutObjectCommand({
        Bucket: system.environment.MLMCSC_S3_BUCKET,
        Key: `sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`,
        Body: 'not what it was',
      }),
    );
    client.destroy();
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect(session.post('/api/v1/analyses', { image_id: body.id })).rejects.toThrow(/: 503 /);
      await scraped();
    }
  }

  /** Waits for an alert that was told this receiver. */
  async function alertOf(receiver: string, name: string, status: 'firing' | 'resolved') {
    const find = () =>
      monitoring.receiver.alerts.findLast(
        (alert) => alert.receiver === receiver && alert.labels.alertname === name && alert.status === status,
      );
    await expect.poll(find, { ...patience, message: `${name} ${status} to ${receiver}` }).toBeDefined();
    return find()!;
  }

  /** Alerts that are kept back because of worse ones. */
  async function inhibited(): Promise<string[]> {
    const answer = await fetch(`${monitoring.alertmanagerUrl}/api/v2/alerts`);
    const alerts = (await answer.json()) as {
      labels: { alertname: string };
      status: { inhibitedBy: string[] };
    }[];
    return alerts.filter(({ status }) => status.inhibitedBy.length > 0).map(({ labels }) => labels.alertname);
  }
});
