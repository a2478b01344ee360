import type { DashboardSpec } from '../panels/panel-spec.ts';
import { plain, quantiles, status, trend } from '../panels/panels.ts';

/** Every worker tells the same of the installation. */
const lastDay = (what: string) => `max(mlmcsc_last_day{what="${what}"})`;

/** How much is done, and how long people wait for one another. Nobody is named. */
export const laboratoryDashboard: DashboardSpec = {
  uid: 'mlmcsc-laboratory',
  title: 'Laboratory',
  description:
    'Specimens, pictures, answers and labels of a day; how work is shared; turnaround. Nobody is named.',
  from: 'now-7d',
  rows: [
    {
      title: 'The last 24 hours',
      panels: [
        status('Specimens', lastDay('specimens'), {
          description: 'Different ones on new pictures.',
          unit: 'short',
          steps: plain,
        }),
        status('Pictures', lastDay('pictures'), {
          description: 'New ones; the same bytes sent again do not count.',
          unit: 'short',
          steps: plain,
        }),
        status('Answers', lastDay('analyses'), { description: 'New analyses.', unit: 'short', steps: plain }),
        status('Labels', lastDay('labels'), {
          description: 'Accepted or corrected answers.',
          unit: 'short',
          steps: plain,
        }),
        status('Technicians who labelled', lastDay('labellers'), {
          description: 'How many people.',
          unit: 'short',
          steps: plain,
        }),
        status(
          'Labels of the busiest',
          `${lastDay('labels-of-busiest')} / (${lastDay('labels')} > 0) or vector(0)`,
          {
            description: 'Share: near 1 the labels are one person’s view.',
            unit: 'percentunit',
            decimals: 0,
            steps: plain,
          },
        ),
      ],
    },
    {
      title: 'Work',
      panels: [
        trend(
          'Specimens and pictures',
          [
            { expr: lastDay('specimens'), legend: 'specimens' },
            { expr: lastDay('pictures'), legend: 'pictures' },
            { expr: lastDay('analyses'), legend: 'answers' },
          ],
          { description: 'Of the 24 hours before each moment.', unit: 'short' },
        ),
        trend(
          'Labels for each technician',
          [
            { expr: `${lastDay('labels')} / (${lastDay('labellers')} > 0) or vector(0)`, legend: 'mean' },
            { expr: lastDay('labels-of-busiest'), legend: 'busiest' },
          ],
          { description: 'Of the 24 hours before each moment.', unit: 'short' },
        ),
        trend(
          'Labels against answers',
          [
            {
              expr: `${lastDay('labels')} / (${lastDay('analyses')} > 0) or vector(0)`,
              legend: 'labels for each answer',
            },
          ],
          { description: 'Of the 24 hours before each moment.', unit: 'percentunit' },
        ),
      ],
    },
    {
      title: 'Turnaround',
      panels: [
        trend('From answer to label', quantiles('mlmcsc_label_turnaround_seconds', ''), {
          description: 'How long an answer waits for the eyes of a technician.',
          unit: 's',
        }),
        trend(
          'From request to result of a batch',
          quantiles('mlmcsc_job_turnaround_seconds', '{kind="analysis.batch.v1"}'),
          { description: 'Wait and repetitions included.', unit: 's' },
        ),
        trend(
          'A picture that somebody waits for',
          quantiles('mlmcsc_http_request_duration_seconds', '{method="POST",route="/api/v1/analyses"}'),
          { description: 'From the request to the answer.', unit: 's', exemplars: true },
        ),
      ],
    },
  ],
};
