import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { repositoryPath } from '../../../../test/repository-path.ts';

/** Writes the rules of `deployment/configs/prometheus/rules` as the object that the Prometheus Operator reads; `npm run docs` runs it. */
const SOURCE = 'deployment/configs/prometheus/rules';
const TARGET = 'deployment/kubernetes/monitoring/rules/prometheus-rule.yaml';

const files = (await readdir(repositoryPath(SOURCE))).filter((file) => file.endsWith('.yml')).sort();
const groups = await Promise.all(
  files.map(async (file) => parse(await readFile(join(repositoryPath(SOURCE), file), 'utf8')).groups),
);
const rule = {
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'mlmcsc', namespace: 'mlmcsc-monitoring' },
  spec: { groups: groups.flat() },
};
await writeFile(
  repositoryPath(TARGET),
  `# Generated from ${SOURCE}; do not edit (npm run docs).\n${stringify(rule, { lineWidth: 120 })}`,
);
