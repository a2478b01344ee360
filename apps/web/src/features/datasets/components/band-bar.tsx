import { Text } from '@mantine/core';
import type { DatasetSummary } from '@mlmcsc/contracts';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { text } from '../texts/text.ts';
import classes from './datasets.module.css';

/** How the labels spread: near the lower shelf, between, near the upper shelf. */
export function BandBar({ summary }: { summary: DatasetSummary }) {
  const bands = [
    { key: 'low', title: text.below20, count: summary.low },
    { key: 'middle', title: '20–80 %', count: summary.middle },
    { key: 'high', title: text.above80, count: summary.high },
  ];
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        {bands.map(({ key, count }) => (
          <span key={key} data-band={key} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className={classes.bands}>
        {bands.map(({ key, title, count }) => (
          <li key={key}>
            <span className={classes.swatch} data-band={key} aria-hidden />
            <Text span size="sm" className="numeric">
              {formatNumber(count, 0)}
            </Text>{' '}
            <Text span size="sm" c="dimmed">
              {title}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
