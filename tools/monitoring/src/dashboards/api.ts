import type { DashboardSpec } from '../panels/panel-spec.ts';
import { badAbove, list, quantiles, trend } from '../panels/panels.ts';

const requests = 'mlmcsc_http_request_duration_seconds';
const api = '{job="mlmcsc-api"}';

/** Rate, errors and duration of every route, and how near to its limits each process is. */
export const apiDashboard: DashboardSpec = {
  uid: 'mlmcsc-api',
  title: 'API',
  description: 'Requests by route, what fails, what is slow, and how near to their limits the processes are.',
  from: 'now-3h',
  rows: [
    {
      title: 'Requests',
      panels: [
        trend(
          'Requests by route',
          [
            {
              expr: `topk(10, sum by (method, route) (rate(${requests}_count[$__rate_interval])))`,
              legend: '{{method}} {{route}}',
            },
          ],
          {
            description: 'The ten that are asked for most, each second.',
            unit: 'reqps',
          },
        ),
        trend(
          'Requests that fail by route',
          [
            {
              expr: `sum by (method, route, status) (rate(${requests}_count{status=~"5.."}[$__rate_interval]))`,
              legend: '{{status}} {{method}} {{route}}',
            },
          ],
          {
            description:
              'By a failure of ours. 503: a part is away, /readyz names it. 500: a fault of the product.',
            unit: 'reqps',
          },
        ),
        trend(
          'Requests that are refused',
          [
            {
              expr: `sum by (status) (rate(${requests}_count{status=~"4.."}[$__rate_interval]))`,
              legend: '{{status}}',
            },
          ],
          {
            description: '401 and 403: sign-in and rights. 429: too many. 499: the client went away.',
            unit: 'reqps',
          },
        ),
        trend('Requests within', quantiles(requests, '{route!~".*events.*"}'), {
          description: 'Half, 95 % and 99 % of all requests, without streams of events.',
          unit: 's',
          exemplars: true,
        }),
        trend(
          'Slowest routes',
          [
            {
              expr: `topk(10, histogram_quantile(0.95, sum by (le, method, route) (rate(${requests}_bucket{route!~".*events.*"}[$__rate_interval]))) > 0)`,
              legend: '{{method}} {{route}}',
            },
          ],
          {
            description: '95 % of the requests of each route are answered within this time.',
            unit: 's',
          },
        ),
        trend(
          'Requests in flight',
          [{ expr: 'sum by (instance) (mlmcsc_http_requests_in_flight)', legend: '{{instance}}' }],
          {
            description: 'Streams of events included: one for each open page.',
            unit: 'short',
          },
        ),
        list('Routes', `sum by (method, route, status) (increase(${requests}_count[$__range]))`, {
          description: 'Requests in the time that is shown, by route and status.',
          unit: 'short',
          width: 24,
        }),
      ],
    },
    {
      title: 'Measuring',
      panels: [
        trend(
          'Pictures measured or waiting',
          [
            { expr: `sum by (instance) (mlmcsc_measurements_in_flight${api})`, legend: '{{instance}}' },
            { expr: `sum by (instance) (mlmcsc_measurement_threads${api})`, legend: '{{instance}} threads' },
          ],
          {
            description: 'More than threads: they wait for one another. Runbook: MeasuringSaturated.',
            unit: 'short',
          },
        ),
        trend(
          'Measurements by outcome',
          [
            {
              expr: `sum by (outcome) (rate(mlmcsc_measurement_duration_seconds_count${api}[$__rate_interval]))`,
              legend: '{{outcome}}',
            },
          ],
          {
            description: 'busy: refused, because too many wait already.',
            unit: 'ops',
            stacked: true,
          },
        ),
        trend('Measurements within', quantiles('mlmcsc_measurement_duration_seconds', api), {
          description: 'The wait for a thread included.',
          unit: 's',
          exemplars: true,
        }),
      ],
    },
    {
      title: 'Processes',
      panels: [
        trend('Event loop', [{ expr: `mlmcsc_event_loop_utilization_ratio${api}`, legend: '{{instance}}' }], {
          description:
            'Share of the time in which it is busy. Near 1 every request waits for others. Runbook: EventLoopBusy.',
          unit: 'percentunit',
          max: 1,
          steps: badAbove(0.7, 0.9),
        }),
        trend(
          'Delay of the event loop',
          [{ expr: `nodejs_eventloop_lag_p99_seconds${api}`, legend: '{{instance}} 99 %' }],
          {
            description: 'How long a callback that is due waits.',
            unit: 's',
          },
        ),
        trend(
          'Garbage collection',
          [
            {
              expr: `sum by (instance) (rate(nodejs_gc_duration_seconds_sum${api}[$__rate_interval]))`,
              legend: '{{instance}}',
            },
          ],
          {
            description: 'Share of the time. Above 10 % memory is too short.',
            unit: 'percentunit',
            steps: badAbove(0.1, 0.3),
          },
        ),
        trend(
          'Memory of the processes',
          [{ expr: `process_resident_memory_bytes${api}`, legend: '{{instance}}' }],
          {
            description: 'Resident. docs/reference/under-load.md says how much is usual.',
            unit: 'bytes',
          },
        ),
        trend(
          'Processor time',
          [{ expr: `rate(process_cpu_seconds_total${api}[$__rate_interval])`, legend: '{{instance}}' }],
          {
            description: 'In processors, threads that measure included.',
            unit: 'short',
          },
        ),
        trend('Open files and sockets', [{ expr: `process_open_fds${api}`, legend: '{{instance}}' }], {
          description: 'Growing without end is a leak.',
          unit: 'short',
        }),
      ],
    },
  ],
};
