import { existsSync } from 'node:fs';

/** Debian's servers of the monitoring. */
export const MONITORING = {
  prometheus: '/usr/bin/prometheus',
  promtool: '/usr/bin/promtool',
  alertmanager: '/usr/bin/prometheus-alertmanager',
  amtool: '/usr/bin/amtool',
  nodeExporter: '/usr/bin/prometheus-node-exporter',
  postgresExporter: '/usr/bin/prometheus-postgres-exporter',
  redisExporter: '/usr/bin/prometheus-redis-exporter',
  nginxExporter: '/usr/bin/prometheus-nginx-exporter',
  blackboxExporter: '/usr/bin/prometheus-blackbox-exporter',
} as const;

/** Why tests with the monitoring are skipped, or null: `npm test` installs it where it may. */
export const monitoringMissing: string | null = (() => {
  const missing = Object.values(MONITORING).filter((path) => !existsSync(path));
  return missing.length === 0 ? null : `there is no ${missing.join(', ')}; npm test installs them`;
})();
