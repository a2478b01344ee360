import type { DashboardSpec } from '../panels/panel-spec.ts';
import { badAbove, goodAbove, ranking, status, trend } from '../panels/panels.ts';

const disks = '{fstype!~"tmpfs|ramfs|overlay|squashfs"}';

/** Machines, servers and the monitoring itself, as their exporters tell. */
export const infrastructureDashboard: DashboardSpec = {
  uid: 'mlmcsc-infrastructure',
  title: 'Infrastructure',
  description: 'Machines, PostgreSQL, Redis, nginx, certificates, and the monitoring itself.',
  from: 'now-6h',
  rows: [
    {
      title: 'Now',
      panels: [
        status('Targets away', 'count(up == 0) or vector(0)', {
          description: 'Processes and exporters that Prometheus does not reach.',
          unit: 'short',
          steps: badAbove(1, 3),
        }),
        status(
          'Fullest disk',
          `max(1 - node_filesystem_avail_bytes${disks} / node_filesystem_size_bytes${disks})`,
          {
            description: 'Runbooks: DiskAlmostFull, DiskFillsUp.',
            unit: 'percentunit',
            decimals: 0,
            steps: badAbove(0.7, 0.95),
          },
        ),
        status('Memory left', 'min(node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)', {
          description: 'Of the machine with the least. Runbook: MemoryShort.',
          unit: 'percentunit',
          decimals: 0,
          steps: goodAbove(0.1, 0.2),
        }),
        status(
          'Busiest machine',
          'max(1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m])))',
          {
            description: 'Share of its processors.',
            unit: 'percentunit',
            decimals: 0,
            steps: badAbove(0.8, 0.95),
          },
        ),
        status('Certificate ends in', 'min(probe_ssl_earliest_cert_expiry) - time()', {
          description: 'Runbook: CertificateExpires.',
          unit: 's',
          decimals: 0,
          steps: goodAbove(2 * 86_400, 14 * 86_400),
        }),
        status(
          'Servers',
          [
            { expr: 'min(pg_up)', legend: 'PostgreSQL' },
            { expr: 'min(redis_up)', legend: 'Redis' },
            { expr: 'min(nginx_up)', legend: 'nginx' },
          ],
          {
            description: 'As their exporters reach them.',
            unit: 'none',
            steps: goodAbove(0.5, 1),
            words: { '0': 'away', '1': 'up' },
          },
        ),
      ],
    },
    {
      title: 'Machines',
      panels: [
        trend(
          'Processors',
          [
            {
              expr: '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[$__rate_interval]))',
              legend: '{{instance}}',
            },
          ],
          { description: 'Share that is busy.', unit: 'percentunit', max: 1, steps: badAbove(0.8, 0.95) },
        ),
        trend(
          'Load',
          [
            {
              expr: 'node_load5 / on (instance) count by (instance) (node_cpu_seconds_total{mode="idle"})',
              legend: '{{instance}}',
            },
          ],
          {
            description: 'Processes that want to run, for each processor. Above 1 they wait.',
            unit: 'short',
            steps: badAbove(1, 2),
          },
        ),
        trend(
          'Memory',
          [
            {
              expr: '1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes',
              legend: '{{instance}}',
            },
          ],
          {
            description: 'Share that is used and cannot be given back.',
            unit: 'percentunit',
            max: 1,
            steps: badAbove(0.8, 0.9),
          },
        ),
        trend(
          'Room left',
          [{ expr: `node_filesystem_avail_bytes${disks}`, legend: '{{instance}} {{mountpoint}}' }],
          { description: 'On each disk of each machine.', unit: 'bytes' },
        ),
        trend(
          'Disks are busy',
          [
            {
              expr: 'rate(node_disk_io_time_seconds_total[$__rate_interval])',
              legend: '{{instance}} {{device}}',
            },
          ],
          { description: 'Share of the time.', unit: 'percentunit', max: 1 },
        ),
        trend(
          'Network',
          [
            {
              expr: 'sum by (instance) (rate(node_network_receive_bytes_total{device!="lo"}[$__rate_interval]))',
              legend: '{{instance}} in',
            },
            {
              expr: 'sum by (instance) (rate(node_network_transmit_bytes_total{device!="lo"}[$__rate_interval]))',
              legend: '{{instance}} out',
            },
          ],
          { description: 'Bytes each second, without the machine’s talk to itself.', unit: 'Bps' },
        ),
      ],
    },
    {
      title: 'Servers',
      panels: [
        trend(
          'nginx: connections',
          [
            { expr: 'nginx_connections_active', legend: '{{instance}} open' },
            { expr: 'nginx_connections_waiting', legend: '{{instance}} waiting' },
          ],
          { description: 'waiting: kept alive without a request.', unit: 'short' },
        ),
        trend(
          'nginx: requests',
          [{ expr: 'rate(nginx_http_requests_total[$__rate_interval])', legend: '{{instance}}' }],
          { description: 'Each second; what nginx answers itself included.', unit: 'reqps' },
        ),
        trend('Redis: clients', [{ expr: 'redis_connected_clients', legend: '{{instance}}' }], {
          description: 'Two for each process of ours.',
          unit: 'short',
        }),
      ],
    },
    {
      title: 'The monitoring itself',
      panels: [
        ranking(
          'Scrapes take',
          [{ expr: 'sort_desc(max by (job) (scrape_duration_seconds))', legend: '{{job}}' }],
          {
            description: 'Near the interval of scraping figures are lost.',
            unit: 's',
            steps: badAbove(2, 10),
          },
        ),
        ranking(
          'Figures of each target',
          [{ expr: 'sort_desc(max by (job) (scrape_samples_scraped))', legend: '{{job}}' }],
          {
            description: 'Thousands more than last week: a label that takes too many values.',
            unit: 'short',
            steps: badAbove(10_000, 50_000),
          },
        ),
        trend('Targets', [{ expr: 'sum by (job) (up)', legend: '{{job}}' }], {
          description: 'That answer.',
          unit: 'short',
        }),
      ],
    },
  ],
};
