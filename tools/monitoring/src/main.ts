import { mkdir, writeFile } from 'node:fs/promises';
import { DASHBOARDS } from './dashboards/all-dashboards.ts';
import { buildDashboard } from './panels/build-dashboard.ts';

/** Writes the dashboards as Grafana reads them. */
const folder = new URL('../../../deployment/configs/grafana/dashboards/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const specification of DASHBOARDS) {
  const text = `${JSON.stringify(buildDashboard(specification), null, 2)}\n`;
  await writeFile(new URL(`${specification.uid}.json`, folder), text);
}
