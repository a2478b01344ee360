import { Unavailable } from '@mlmcsc/core';
import { describe, expect, it } from 'vitest';
import { ProcessMetrics } from './process-metrics.ts';

const linesOf = (text: string, name: string) => text.split('\n').filter((line) => line.startsWith(name));

describe('metrics of a process', () => {
  it('say what runs', async () => {
    const text = await new ProcessMetrics('worker', '1.2.3').text();
    expect(linesOf(text, 'mlmcsc_build_info')).toEqual([
      'mlmcsc_build_info{version="1.2.3",process="worker"} 1',
    ]);
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('tell apart connections that work, rest and are wanted', async () => {
    const metrics = new ProcessMetrics('api', '1');
    const counts = { totalCount: 7, idleCount: 3, waitingCount: 2 };
    metrics.watchPool('main', { ...counts, options: { max: 9 }, on: () => {} });
    expect(linesOf(await metrics.text(), 'mlmcsc_database_connections{')).toEqual([
      'mlmcsc_database_connections{pool="main",state="idle"} 3',
      'mlmcsc_database_connections{pool="main",state="busy"} 4',
      'mlmcsc_database_connections{pool="main",state="wanted"} 2',
    ]);
    expect(await metrics.text()).toContain('mlmcsc_database_connections_max{pool="main"} 9');
  });

  it('count on what a cache has counted, scrape after scrape', async () => {
    const metrics = new ProcessMetrics('api', '1');
    let hits = 5;
    metrics.watchCache(() => ({ memory: { hits, misses: 2 }, shared: { hits: 1, misses: 4, isUp: false } }));
    await metrics.text();
    hits = 9;
    expect(linesOf(await metrics.text(), 'mlmcsc_cache_lookups_total')).toEqual([
      'mlmcsc_cache_lookups_total{level="memory",result="hit"} 9',
      'mlmcsc_cache_lookups_total{level="memory",result="miss"} 2',
      'mlmcsc_cache_lookups_total{level="shared",result="hit"} 1',
      'mlmcsc_cache_lookups_total{level="shared",result="miss"} 4',
    ]);
    expect(await metrics.text()).toContain('mlmcsc_shared_cache_up 0');
  });

  it('leave out what cannot be read, say so, and never show old figures', async () => {
    const metrics = new ProcessMetrics('worker', '1');
    const at = new Date('2026-11-30T12:00:10Z');
    const figures = [
      {
        ...({ kind: 'analysis.batch.v1', priority: 'normal' } as const),
        ...{ queued: 3, retrying: 1, running: 2, dead: 4 },
        waitingSince: new Date('2026-11-30T12:00:00Z'),
      },
    ];
    let isAway = false;
    metrics.watchJobs(['analysis.batch.v1', 'model.retrain.v1'], async () => {
      if (isAway) throw new Unavailable('database-unavailable', 'away');
      return { at, figures };
    });
    const text = await metrics.text();
    expect(text).toContain('mlmcsc_jobs{kind="analysis.batch.v1",priority="normal",state="queued"} 3');
    expect(text).toContain('mlmcsc_jobs{kind="analysis.batch.v1",priority="normal",state="dead"} 4');
    expect(text).toContain('mlmcsc_job_waiting_seconds{kind="analysis.batch.v1",priority="normal"} 10');
    expect(text).toContain('mlmcsc_jobs{kind="model.retrain.v1",priority="high",state="dead"} 0');
    expect(text).toContain('mlmcsc_job_waiting_seconds{kind="model.retrain.v1",priority="low"} 0');
    isAway = true;
    const later = await metrics.text();
    expect(linesOf(later, 'mlmcsc_jobs{')).toEqual([]);
    expect(later).toContain('mlmcsc_metrics_failures_total{source="jobs"} 1');
  });

  it('tell what drifts, and who has looked', async () => {
    const metrics = new ProcessMetrics('worker', '1');
    let open: { signal: 'unsharpness'; acknowledgedAt: Date | null }[] = [
      { signal: 'unsharpness', acknowledgedAt: null },
    ];
    const scores = [{ signal: 'px-per-mm' as const, ratio: 0.4 }];
    metrics.watchDrift(
      ['unsharpness', 'px-per-mm'],
      async () => open,
      async () => scores,
    );
    expect(linesOf(await metrics.text(), 'mlmcsc_drift_open_findings')).toEqual([
      'mlmcsc_drift_open_findings{signal="unsharpness",state="new"} 1',
      'mlmcsc_drift_open_findings{signal="unsharpness",state="acknowledged"} 0',
      'mlmcsc_drift_open_findings{signal="px-per-mm",state="new"} 0',
      'mlmcsc_drift_open_findings{signal="px-per-mm",state="acknowledged"} 0',
    ]);
    expect(linesOf(await metrics.text(), 'mlmcsc_drift_score_ratio')).toEqual([
      'mlmcsc_drift_score_ratio{signal="px-per-mm"} 0.4',
    ]);
    open = [{ signal: 'unsharpness', acknowledgedAt: new Date() }];
    expect(await metrics.text()).toContain(
      'mlmcsc_drift_open_findings{signal="unsharpness",state="acknowledged"} 1',
    );
  });

  it('tell how much was done in a day, and nothing while that cannot be read', async () => {
    const metrics = new ProcessMetrics('worker', '1');
    let isAway = false;
    const lastDay = { pictures: 9, specimens: 4, analyses: 8, labels: 6, labellers: 2, labelsOfBusiest: 5 };
    metrics.watchInstallation(async () => {
      if (isAway) throw new Unavailable('database-unavailable', 'away');
      return { lastDay, deliveriesWaiting: 3 };
    });
    expect(linesOf(await metrics.text(), 'mlmcsc_last_day')).toEqual([
      'mlmcsc_last_day{what="pictures"} 9',
      'mlmcsc_last_day{what="specimens"} 4',
      'mlmcsc_last_day{what="analyses"} 8',
      'mlmcsc_last_day{what="labels"} 6',
      'mlmcsc_last_day{what="labellers"} 2',
      'mlmcsc_last_day{what="labels-of-busiest"} 5',
    ]);
    expect(await metrics.text()).toContain('mlmcsc_webhook_deliveries_waiting 3');
    isAway = true;
    expect(linesOf(await metrics.text(), 'mlmcsc_last_day{')).toEqual([]);
    expect(linesOf(await metrics.text(), 'mlmcsc_webhook_deliveries_waiting')).toEqual([]);
  });

  it('do not call a trail broken that was not checked, nor a Redis away that there is not', async () => {
    const text = await new ProcessMetrics('worker', '1').text();
    expect(linesOf(text, 'mlmcsc_audit_trail_intact')).toEqual([]);
    expect(linesOf(text, 'mlmcsc_shared_cache_up')).toEqual([]);
    expect(linesOf(text, 'mlmcsc_measurements_in_flight')).toEqual(['mlmcsc_measurements_in_flight 0']);
  });

  it('tell how busy the event loop was', async () => {
    const text = await new ProcessMetrics('api', '1').text();
    const share = Number(linesOf(text, 'mlmcsc_event_loop_utilization_ratio')[0]?.split(' ')[1]);
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
  });

  it('tell how old backups are, and leave them out when that cannot be read', async () => {
    const metrics = new ProcessMetrics('worker', '1');
    let isAway = false;
    const never = { lastSuccess: null, lastRun: null, failures: 2, durationSeconds: null, sizeBytes: null };
    const at = new Date('2026-11-30T12:00:00Z');
    metrics.watchBackups(async () => {
      if (isAway) throw new Unavailable('database-unavailable', 'away');
      const backup = { lastSuccess: at, lastRun: at, failures: 1, durationSeconds: 12.5, sizeBytes: 4096 };
      return { backup, verification: never };
    }, 3600);
    expect(linesOf(await metrics.text(), 'mlmcsc_backup_')).toEqual([
      'mlmcsc_backup_interval_seconds 3600',
      `mlmcsc_backup_last_success_timestamp_seconds ${at.getTime() / 1000}`,
      'mlmcsc_backup_duration_seconds 12.5',
      'mlmcsc_backup_size_bytes 4096',
      'mlmcsc_backup_verified_timestamp_seconds 0',
      'mlmcsc_backup_failures_total{kind="backup"} 1',
      'mlmcsc_backup_failures_total{kind="verification"} 2',
    ]);
    isAway = true;
    expect(linesOf(await metrics.text(), 'mlmcsc_backup_')).toEqual(['mlmcsc_backup_interval_seconds 3600']);
  });

  it('do not exist in a process that has no use for them', () => {
    const metrics = new ProcessMetrics('worker', '1');
    expect(() => metrics.change('mlmcsc_http_requests_in_flight', 1)).toThrow(RangeError);
  });
});
