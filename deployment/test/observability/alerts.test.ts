import { readdirSync, readFileSync } from 'node:fs';
import { DASHBOARDS } from '@mlmcsc/monitoring';
import { HOST_METRICS, METRICS } from '@mlmcsc/platform/metrics';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repositoryPath } from '../../../test/repository-path.ts';
import { runProgram } from '../../../test/run-program.ts';
import { MONITORING, monitoringMissing } from '../support/monitoring-programs.ts';
import { readAlerts, readRules, ruleFiles } from '../support/read-rules.ts';

const configs = repositoryPath('deployment/configs');
const runbooks = repositoryPath('deployment/docs/runbooks');
const alertmanager = `${configs}/alertmanager/alertmanager.yml`;
const alerts = readAlerts();
const skipped = monitoringMissing === null ? '' : ` (skipped: ${monitoringMissing})`;

describe('alerts', () => {
  it('have names of their own, a severity, an area and words', () => {
    const names = alerts.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    for (const { alert, labels, annotations } of alerts) {
      expect.soft(['critical', 'warning', 'none'], alert).toContain(labels?.severity);
      const areas = [
        'service',
        'queue',
        'database',
        'storage',
        'backup',
        'machines',
        'laboratory',
        'records',
        'monitoring',
      ];
      expect.soft(areas, alert).toContain(labels?.area);
      expect.soft(annotations, alert).toMatchObject({
        summary: expect.stringMatching(/.{10}/),
        description: expect.stringMatching(/.{30}/),
      });
    }
  });

  it.each(alerts)(
    '$alert leads to a runbook that says what to look at and what to do',
    ({ alert, annotations }) => {
      const address = annotations?.runbook_url ?? '';
      const [, page, heading] =
        /^\{\{ \$externalLabels\.runbooks \}\}\/([a-z]+\.md)#([a-z]+)$/.exec(address) ?? [];
      expect(page, address).toBeDefined();
      expect(heading).toBe(alert.toLowerCase());
      const section = sectionsOf(page!).get(alert);
      expect(section, `${page} has no section ${alert}`).toMatch(/\*\*Look at\*\*\n\n- /);
      expect(section).toMatch(/\*\*Do\*\*\n\n- /);
    },
  );

  it('are all there are runbooks for', () => {
    const pages = readdirSync(runbooks).filter((name) => name !== 'README.md');
    const described = pages.flatMap((page) => [...sectionsOf(page).keys()]);
    expect(described.sort()).toEqual(alerts.map(({ alert }) => alert).sort());
  });

  it('each have a scenario in which they fire and a neighbour in which they must not', () => {
    const names = readdirSync(`${configs}/prometheus/tests`).flatMap((file) => {
      const { tests } = parse(readFileSync(`${configs}/prometheus/tests/${file}`, 'utf8'));
      return (tests as { readonly name: string }[]).map(({ name }) => name);
    });
    for (const { alert } of alerts) {
      expect
        .soft(
          names.filter((name) => name.startsWith(`${alert} fires: `)),
          alert,
        )
        .toHaveLength(1);
      const quiet = names.filter((name) => name.startsWith(`${alert} stays quiet: `));
      // The one that proves that alerts arrive is never quiet.
      expect.soft(quiet, alert).toHaveLength(alert === 'Watchdog' ? 0 : 1);
    }
  });

  it('or panels ask for every figure of the host', () => {
    const panels = DASHBOARDS.flatMap(({ rows }) => rows.flatMap(({ panels }) => panels));
    const queries = panels.flatMap(({ queries }) => queries);
    const asked = [...queries, ...readRules()].map(({ expr }) => expr).join('\n');
    expect(Object.keys(HOST_METRICS).filter((name) => !asked.includes(name))).toEqual([]);
  });

  it('ask for metrics that there are', () => {
    const recorded = new Set(readRules().flatMap(({ record }) => (record === undefined ? [] : [record])));
    for (const { expr } of readRules()) {
      for (const [name] of expr.matchAll(/\bmlmcsc:[\w:]+/g)) expect.soft(recorded).toContain(name);
      for (const [name] of expr.matchAll(/\bmlmcsc_\w+/g)) {
        expect.soft(isOurs(name), `no process has ${name}`).toBe(true);
      }
    }
  });
});

describe.skipIf(monitoringMissing !== null)(`rules and routes${skipped}`, () => {
  it('are a configuration that Prometheus takes', async () => {
    const check = await runProgram(MONITORING.promtool, [
      ...['check', 'config', `${configs}/prometheus/prometheus.yml`],
    ]);
    expect(check, check.stdout + check.stderr).toMatchObject({ code: 0 });
    for (const file of ruleFiles)
      expect(check.stdout).toContain(`Checking ${configs}/prometheus/rules/${file}`);
  });

  it.concurrent.each(ruleFiles)('of %s fire when they should, and only then', async (file) => {
    const test = await runProgram(MONITORING.promtool, [
      'test',
      'rules',
      `${configs}/prometheus/tests/${file}`,
    ]);
    expect(test.code, test.stdout + test.stderr).toBe(0);
    expect(test.stdout).toContain('SUCCESS');
  });

  it('of Alertmanager are a configuration that it takes', async () => {
    const check = await runProgram(MONITORING.amtool, ['check-config', alertmanager]);
    expect(check, check.stdout + check.stderr).toMatchObject({ code: 0 });
  });

  it.each([
    ['on-call', 'ApiDown'],
    ['on-call', 'BackupOld'],
    ['on-call', 'WalArchiveStands'],
    ['operators', 'WalArchiveFails'],
    ['operators', 'ApiInstanceDown'],
    ['operators', 'JobsDead'],
    ['operators', 'CertificateExpires'],
    ['laboratory', 'ModelErrorHigh'],
    ['laboratory', 'DriftFound'],
    ['laboratory,on-call', 'AuditTrailBroken'],
    ['laboratory', 'AuditTrailUnchecked'],
    ['watchdog', 'Watchdog'],
  ])('tell %s of %s', async (receivers, name) => {
    const { labels } = alerts.find(({ alert }) => alert === name)!;
    const { stdout } = await runProgram(MONITORING.amtool, [
      ...['config', 'routes', 'test', '--config.file', alertmanager, `alertname=${name}`],
      ...Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`),
    ]);
    expect(stdout.trim()).toBe(receivers);
  });

  it('name only alerts that there are', () => {
    const known = new Set(alerts.map(({ alert }) => alert));
    const named = readFileSync(alertmanager, 'utf8').matchAll(/alertname=~?"([\w|]+)"/g);
    for (const name of [...named].flatMap(([, names]) => names!.split('|')))
      expect.soft(known).toContain(name);
  });
});

/** The sections of a page by their headings. */
function sectionsOf(page: string): ReadonlyMap<string, string> {
  const text = readFileSync(`${runbooks}/${page}`, 'utf8');
  const sections = [...text.matchAll(/^## (\w+)\n([\s\S]*?)(?=^## |(?![\s\S]))/gm)];
  return new Map(sections.map(([, heading, body]) => [heading!, body!]));
}

/** Whether it is a metric of the table, or the part of a histogram of it. */
function isOurs(name: string): boolean {
  return [METRICS, HOST_METRICS].some(
    (table) => name in table || name.replace(/_(bucket|sum|count)$/, '') in table,
  );
}
