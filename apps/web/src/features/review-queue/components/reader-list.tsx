import { Text } from '@mantine/core';
import type { ReviewQueue } from '@mlmcsc/contracts';
import { Link } from '@tanstack/react-router';
import { fill } from '../../../shared/language/fill.ts';
import { text } from '../texts/text.ts';
import classes from './review-queue.module.css';

/** Readers who read unlike the others, each with a way to what they read. */
export function ReaderList({ readers }: { readers: ReviewQueue['readers'] }) {
  return (
    <ul className={classes.list}>
      {readers.map(({ technician, detail }) => (
        <li key={technician} className={classes.row} data-testid="queue-reader">
          <Link
            to="/history"
            search={{ technician, labelled: 'yes' }}
            className={classes.link ?? ''}
            aria-label={fill(text.readingsOf, { technician })}
          >
            {technician}
          </Link>
          <Text size="sm" c="dimmed">
            {detail}
          </Text>
        </li>
      ))}
    </ul>
  );
}
