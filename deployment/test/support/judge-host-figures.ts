import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { freePort } from '../../../test/free-port.ts';
import { repositoryPath } from '../../../test/repository-path.ts';
import { startService } from '../../../test/services/service-process.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { hastenRules } from './hasten-rules.ts';
import { MONITORING } from './monitoring-programs.ts';

/** Prometheus with the rules about the archive of the database, fed by a node exporter that reads the files of a folder. */
export interface HostFigures {
  /** Names of the alerts that fire now. */
  firing(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** @param textFiles - folder with `*.prom` files, as scripts write them on the host of the database */
export async function judgeHostFigures(textFiles: string): Promise<HostFigures> {
  const folder = await temporaryFolder('host-figures');
  const [exporter, prometheus] = [`127.0.0.1:${await freePort()}`, `127.0.0.1:${await freePort()}`];
  const answers = (url: string) => async () => (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  const node = await startService({
    name: 'node exporter',
    command: MONITORING.nodeExporter,
    args: [
      ...[`--web.listen-address=${exporter}`, '--collector.disable-defaults', '--collector.textfile'],
      `--collector.textfile.directory=${textFiles}`,
    ],
    isReady: answers(`http://${exporter}/metrics`),
  });
  try {
    const rules = await readFile(repositoryPath('deployment/configs/prometheus/rules/archive.yml'), 'utf8');
    await writeFile(join(folder.path, 'rules.yml'), hastenRules(rules));
    const config = {
      global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
      rule_files: ['rules.yml'],
      scrape_configs: [{ job_name: 'node', static_configs: [{ targets: [exporter] }] }],
    };
    await writeFile(join(folder.path, 'prometheus.yml'), stringify(config));
    const server = await startService({
      name: 'prometheus',
      command: MONITORING.prometheus,
      args: [
        `--config.file=${join(folder.path, 'prometheus.yml')}`,
        ...[`--storage.tsdb.path=${join(folder.path, 'tsdb')}`, `--web.listen-address=${prometheus}`],
      ],
      isReady: answers(`http://${prometheus}/-/ready`),
    });
    return {
      async firing() {
        const answer = await fetch(`http://${prometheus}/api/v1/alerts`);
        const { data } = (await answer.json()) as {
          data: { alerts: { state: string; labels: { alertname: string } }[] };
        };
        return data.alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels.alertname);
      },
      async stop() {
        await server.stop('SIGKILL');
        await node.stop('SIGKILL');
        await folder.remove();
      },
    };
  } catch (error) {
    await node.stop('SIGKILL');
    await folder.remove();
    throw error;
  }
}
