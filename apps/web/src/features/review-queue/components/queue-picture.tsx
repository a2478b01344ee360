import { Badge, Group, Stack, Text } from '@mantine/core';
import type { ReviewQueue } from '@mlmcsc/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatInterval, formatNumber, formatPercent } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { serverText } from '../../../shared/server-words/server-words.ts';
import { IntervalBar } from '../../../shared/ui/interval-bar.tsx';
import { Thumbnail } from '../../../shared/ui/thumbnail.tsx';
import type { QueueWalk } from '../review-queue-search.ts';
import { text } from '../texts/text.ts';
import classes from './review-queue.module.css';

interface QueuePictureProps {
  readonly picture: ReviewQueue['to_label'][number];
  readonly walk: QueueWalk;
  /** What is known beyond the measurement. */
  readonly aside?: ReactNode;
}

/** One picture of the queue: what was measured, and why a person should look. The whole row opens it. */
export function QueuePicture({ picture, walk, aside }: QueuePictureProps) {
  const { shear_percent: shearPercent, lower, upper } = picture;
  return (
    <li className={classes.row} data-testid="queue-picture" data-analysis-id={picture.analysis_id}>
      <Thumbnail imageId={picture.image_id} size={52} />
      <Stack gap={2} miw={0}>
        <Link
          to="/analyses/$id"
          params={{ id: picture.analysis_id }}
          search={walk}
          className={classes.link ?? ''}
        >
          {picture.file_name}
        </Link>
        <Group gap={6}>
          {picture.specimen !== null && (
            <Text size="sm" c="dimmed">
              {picture.specimen}
            </Text>
          )}
          {picture.heat !== null && (
            <Badge variant="default" size="sm" tt="none" fw={500}>
              {fill(text.heat, { heat: picture.heat })}
            </Badge>
          )}
          {aside}
        </Group>
        <ul className={classes.reasons}>
          {picture.reasons.map(({ code, detail, value }) => (
            <li key={code}>
              {serverText(`review.${code}`, detail, {
                value: formatNumber(value, code === 'unlike-learned' ? 2 : 1),
              })}
            </li>
          ))}
        </ul>
      </Stack>
      <div className={classes.value}>
        {shearPercent === null ? (
          <Text size="sm" c="dimmed">
            {text.noNumber}
          </Text>
        ) : (
          <>
            <Group gap={8} align="baseline" className="numeric">
              <Text fw={600}>{formatPercent(shearPercent)}</Text>
              <Text size="sm" c="dimmed">
                {formatInterval(lower, upper)}
              </Text>
            </Group>
            <IntervalBar isCompact shearPercent={shearPercent} lower={lower} upper={upper} />
          </>
        )}
      </div>
    </li>
  );
}
