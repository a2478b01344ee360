import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { freePort } from '../../../test/free-port.ts';
import { repositoryPath } from '../../../test/repository-path.ts';
import { createTestAuthority } from '../../../test/services/certificates.ts';
import { type ServiceProcess, startService } from '../../../test/services/service-process.ts';
import type { TestSystem } from '../../../test/services/system.ts';
import { startTlsProxy } from '../../../test/services/tls-proxy.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { startAlertReceiver, type TestAlertReceiver } from './alert-receiver.ts';
import { hastenRules } from './hasten-rules.ts';
import { MONITORING } from './monitoring-programs.ts';
import { ruleFiles } from './read-rules.ts';

const CONFIGS = repositoryPath('deployment/configs');

/** A sample of the answer to a query. */
export interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Prometheus, Alertmanager and exporters with the configuration of the deployment, watching a running system. */
export interface TestMonitoring {
  readonly prometheusUrl: string;
  readonly alertmanagerUrl: string;
  readonly receiver: TestAlertReceiver;
  /** @throws Error when Prometheus refuses the query */
  query(expression: string): Promise<readonly Sample[]>;
  /** Targets that Prometheus reaches, as `job instance`. */
  stop(): Promise<void>;
}

interface ScrapeConfig {
  readonly job_name: string;
  static_configs: { readonly targets: readonly string[] }[];
  readonly relabel_configs?: { readonly target_label?: string; replacement?: string }[];
}

/** Starts it all. What differs from the deployment: addresses, a second where it has minutes, and webhooks where it has mail. */
export async function startMonitoring(system: TestSystem): Promise<TestMonitoring> {
  const folder = await temporaryFolder('monitoring');
  const stops: (() => Promise<unknown>)[] = [folder.remove];
  const stop = async () => {
    for (const stopOne of stops.splice(0).reverse()) await stopOne();
  };
  const start = async (
    name: string,
    command: string,
    args: readonly string[],
    url: string,
    environment = {},
  ) => {
    const isReady = async () => (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
    const service: ServiceProcess = await startService({
      name,
      command,
      args,
      environment,
      isReady,
      readyWithinMs: 60_000,
    });
    stops.push(() => service.stop('SIGKILL'));
  };
  const exporter = async (
    name: string,
    command: string,
    args: (address: string) => readonly string[],
    environment = {},
  ) => {
    const address = `127.0.0.1:${await freePort()}`;
    await start(name, command, args(address), `http://${address}/metrics`, environment);
    return address;
  };
  const inFolder = (name: string) => join(folder.path, name);
  try {
    const authority = await createTestAuthority();
    stops.push(() => authority.remove());
    const site = await startTlsProxy(Number(new URL(system.url).port), await authority.issue());
    stops.push(() => site.stop());
    const blackbox = parse(await readFile(`${CONFIGS}/blackbox/blackbox.yml`, 'utf8'));
    blackbox.modules.http_2xx.http.tls_config = { ca_file: authority.caFile };
    await writeFile(inFolder('blackbox.yml'), stringify(blackbox));

    const listen = (address: string) => [`--web.listen-address=${address}`];
    const postgresUrl = new URL(system.database.url);
    postgresUrl.searchParams.set('sslmode', 'disable');
    const [node, postgres, redis, nginx, prober] = await Promise.all([
      exporter('node exporter', MONITORING.nodeExporter, listen),
      exporter('postgres exporter', MONITORING.postgresExporter, listen, {
        DATA_SOURCE_NAME: postgresUrl.href,
      }),
      exporter('redis exporter', MONITORING.redisExporter, (address) => [
        ...['-web.listen-address', address, '-redis.addr', system.redis?.url ?? ''],
      ]),
      exporter('nginx exporter', MONITORING.nginxExporter, (address) => [
        ...[`-web.listen-address=${address}`, `-nginx.scrape-uri=${system.nginx.statusUrl}`],
      ]),
      exporter('blackbox exporter', MONITORING.blackboxExporter, (address) => [
        ...[...listen(address), `--config.file=${inFolder('blackbox.yml')}`],
      ]),
    ]);
    const receiver = await startAlertReceiver();
    stops.push(() => receiver.close());
    const alertmanager = `127.0.0.1:${await freePort()}`;
    await writeFile(inFolder('alertmanager.yml'), await alertmanagerConfig(receiver.url));
    await start(
      'alertmanager',
      MONITORING.alertmanager,
      [
        ...[`--config.file=${inFolder('alertmanager.yml')}`, `--storage.path=${inFolder('alertmanager')}`],
        ...[...listen(alertmanager), '--cluster.listen-address='],
      ],
      `http://${alertmanager}/-/ready`,
    );
    const prometheus = `127.0.0.1:${await freePort()}`;
    const metricsOf = (processes: TestSystem['apis']) =>
      processes.map(({ metricsUrl }) => new URL(metricsUrl!).host);
    const targets: Readonly<Record<string, readonly string[]>> = {
      ...{ 'mlmcsc-api': metricsOf(system.apis), 'mlmcsc-worker': metricsOf(system.workers) },
      ...{ node: [node], postgres: [postgres], redis: [redis], nginx: [nginx] },
      ...{ 'mlmcsc-site': [`${site.url}/livez`], prometheus: [prometheus], alertmanager: [alertmanager] },
    };
    for (const file of ruleFiles) {
      const text = await readFile(`${CONFIGS}/prometheus/rules/${file}`, 'utf8');
      await writeFile(inFolder(`rules-${file}`), hastenRules(text));
    }
    await writeFile(inFolder('prometheus.yml'), await prometheusConfig(targets, prober, alertmanager));
    await start(
      'prometheus',
      MONITORING.prometheus,
      [
        ...[`--config.file=${inFolder('prometheus.yml')}`, `--storage.tsdb.path=${inFolder('tsdb')}`],
        ...[...listen(prometheus), '--enable-feature=exemplar-storage'],
      ],
      `http://${prometheus}/-/ready`,
    );
    return {
      prometheusUrl: `http://${prometheus}`,
      alertmanagerUrl: `http://${alertmanager}`,
      receiver,
      async query(expression) {
        const answer = await fetch(`http://${prometheus}/api/v1/query`, {
          method: 'POST',
          body: new URLSearchParams({ query: expression }),
        });
        const { data, error } = (await answer.json()) as {
          data?: { readonly result: readonly { metric: Sample['metric']; value: [number, string] }[] };
          error?: string;
        };
        if (data === undefined) throw new Error(`${expression}: ${error}`);
        return data.result.map(({ metric, value }) => ({ metric, value: Number(value[1]) }));
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @throws Error when a job of the deployment has no target here */
async function prometheusConfig(
  targets: Readonly<Record<string, readonly string[]>>,
  prober: string,
  alertmanager: string,
): Promise<string> {
  const config = parse(await readFile(`${CONFIGS}/prometheus/prometheus.yml`, 'utf8'));
  Object.assign(config.global, { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' });
  config.rule_files = ['rules-*.yml'];
  config.alerting.alertmanagers = [{ static_configs: [{ targets: [alertmanager] }] }];
  for (const job of config.scrape_configs as ScrapeConfig[]) {
    const own = targets[job.job_name];
    if (own === undefined) throw new Error(`the job ${job.job_name} has no target`);
    job.static_configs = [{ targets: own }];
    for (const rule of job.relabel_configs ?? [])
      if (rule.target_label === '__address__') rule.replacement = prober;
  }
  return stringify(config);
}

/** The routes of the deployment; every receiver is a path of one web server. */
async function alertmanagerConfig(receiverUrl: string): Promise<string> {
  const config = parse(await readFile(`${CONFIGS}/alertmanager/alertmanager.yml`, 'utf8'));
  const hasten = (route: Record<string, unknown> & { routes?: Record<string, unknown>[] }) => {
    Object.assign(route, { group_wait: '1s', group_interval: '1s' });
    route.routes?.forEach(hasten);
  };
  hasten(config.route);
  config.global = { resolve_timeout: '5m' };
  config.receivers = (config.receivers as { readonly name: string }[]).map(({ name }) => ({
    name,
    webhook_configs: [{ url: `${receiverUrl}/${name}`, send_resolved: true }],
  }));
  return stringify(config);
}
