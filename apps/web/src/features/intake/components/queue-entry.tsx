import { Loader, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheckFilled,
  IconClock,
  IconCloudOff,
  IconPencilCheck,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useRef } from 'react';
import { formatPercent } from '../../../shared/format/format-value.ts';
import { analysisQuery } from '../../../shared/queries/analysis-query.ts';
import { imageQuery } from '../../../shared/queries/image-query.ts';
import { Thumbnail } from '../../../shared/ui/thumbnail.tsx';
import { useSeen } from '../../../shared/ui/use-seen.ts';
import type { QueueItem } from '../intake-queue.ts';
import { text } from '../texts/text.ts';
import classes from './intake.module.css';

interface QueueEntryProps {
  item: QueueItem;
  isSelected: boolean;
  /** Must keep its identity: hundreds of entries render again otherwise whenever one changes. */
  onSelect: (key: string) => void;
}

/** One picture of the queue: thumbnail, name, and how far it is. */
export const QueueEntry = memo(function QueueEntry({ item, isSelected, onSelect }: QueueEntryProps) {
  const button = useRef<HTMLButtonElement>(null);
  const isSeen = useSeen(button);
  const image = useQuery({
    ...imageQuery(item.imageId ?? ''),
    enabled: isSeen && item.imageId !== null && item.fileName === '',
  });
  const name = item.fileName === '' ? (image.data?.file_name ?? text.picture) : item.fileName;

  useEffect(() => {
    if (isSelected) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isSelected]);

  return (
    <li>
      <UnstyledButton
        ref={button}
        className={classes.entry}
        aria-current={isSelected}
        data-state={item.state}
        data-testid="queue-item"
        onClick={() => onSelect(item.key)}
      >
        <Thumbnail imageId={isSeen ? item.imageId : null} size={44} />
        <span className={classes.entryText}>
          <span className={`${classes.state} numeric`}>
            <EntryState item={item} isSeen={isSeen} />
          </span>
          <span className={classes.name} title={name} style={{ display: 'block' }}>
            {name}
          </span>
        </span>
      </UnstyledButton>
    </li>
  );
});

const WORDS = {
  get waiting() {
    return text.waiting;
  },
  get held() {
    return text.held;
  },
  get uploading() {
    return text.uploading;
  },
  get uploaded() {
    return text.uploaded;
  },
  get analysing() {
    return text.analysing;
  },
  get failed() {
    return text.failed;
  },
} as const;

function EntryState({ item, isSeen }: { item: QueueItem; isSeen: boolean }) {
  const analysis = useQuery({
    ...analysisQuery(item.analysisId ?? ''),
    enabled: isSeen && item.analysisId !== null,
  });
  if (item.state === 'done') {
    if (analysis.data === undefined) return <span className={classes.quiet}>{text.measured}</span>;
    const { label, shear_percent: shearPercent } = analysis.data;
    if (shearPercent === null) {
      return (
        <>
          <IconAlertTriangle size={17} color="var(--mantine-color-orange-6)" aria-hidden />
          {analysis.data.status === 'no-face' ? text.noFace : text.unfit}
        </>
      );
    }
    return (
      <>
        {formatPercent(label?.shear_percent ?? shearPercent)}
        {label !== null && label.decision === 'accepted' && (
          <IconCircleCheckFilled size={17} color="var(--mantine-color-teal-6)" aria-label={text.accepted} />
        )}
        {label !== null && label.decision === 'corrected' && (
          <IconPencilCheck size={17} color="var(--label-color)" aria-label={text.corrected} />
        )}
      </>
    );
  }
  const isBusy = item.state === 'uploading' || item.state === 'analysing';
  return (
    <>
      {isBusy && <Loader size={14} aria-hidden />}
      {item.state === 'failed' && (
        <IconAlertTriangle size={17} color="var(--mantine-color-red-6)" aria-hidden />
      )}
      {item.state === 'waiting' && <IconClock size={16} aria-hidden />}
      {item.state === 'held' && <IconCloudOff size={17} color="var(--mantine-color-orange-6)" aria-hidden />}
      <span className={classes.quiet}>{WORDS[item.state]}</span>
    </>
  );
}
