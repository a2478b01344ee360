import { Button, Group, Popover, Progress, Stack, Text } from '@mantine/core';
import type { ImageContext } from '@mlmcsc/contracts';
import { IconTag } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { fill, fillCount } from '../../../shared/language/fill.ts';
import { countQueue, type QueueSnapshot } from '../intake-queue.ts';
import { text } from '../texts/text.ts';
import { FileChooserButton } from './file-chooser-button.tsx';
import classes from './intake.module.css';
import { QueueEntry } from './queue-entry.tsx';
import { SpecimenFields } from './specimen-fields.tsx';

interface QueuePanelProps {
  queue: QueueSnapshot;
  context: ImageContext;
  onContextChange: (context: ImageContext) => void;
  onFiles: (files: File[]) => void;
  onSelect: (key: string) => void;
  onClear: () => void;
  /** A way to where pictures come from. */
  action?: ReactNode;
}

/** The work queue: a list beside the picture on wide screens, a film strip above it on narrow ones. */
export function QueuePanel({
  queue,
  context,
  onContextChange,
  onFiles,
  onSelect,
  onClear,
  action,
}: QueuePanelProps) {
  const { total, done, failed, busy, held } = countQueue(queue.items);
  const troubles = `${failed > 0 ? fill(text.failed2, { failed }) : ''}${held > 0 ? fill(text.heldCount, { held }) : ''}`;
  const summary =
    busy > 0
      ? fill(text.ofFinished, { done: done + failed, total, failed: troubles })
      : `${fillCount(text.pictures, total)}${troubles}`;
  return (
    <section className={classes.queue} aria-label={text.workQueue} data-testid="work-queue">
      <div className={classes.head}>
        <Group gap="xs" wrap="nowrap">
          <FileChooserButton label={text.addPictures} onFiles={onFiles} px="sm" style={{ flex: 1 }} />
          <ContextPopover value={context} onChange={onContextChange} />
        </Group>
        {action}
        <Group gap="xs" wrap="nowrap" justify="space-between">
          <Text size="sm" c="dimmed" role="status" aria-live="polite" data-testid="queue-progress">
            {summary}
          </Text>
          <Button
            variant="subtle"
            size="compact-sm"
            mih={32}
            color="gray"
            style={{ flex: 'none' }}
            onClick={onClear}
          >
            {text.clear}
          </Button>
        </Group>
        {busy > 0 && (
          <Progress.Root size="sm" aria-hidden className={classes.bar}>
            <Progress.Section value={(done / total) * 100} animated={done < total} />
            <Progress.Section value={(failed / total) * 100} color="red" />
          </Progress.Root>
        )}
      </div>
      <ul className={classes.list} data-review-keys>
        {queue.items.map((item) => (
          <QueueEntry
            key={item.key}
            item={item}
            isSelected={item.key === queue.selectedKey}
            onSelect={onSelect}
          />
        ))}
      </ul>
    </section>
  );
}

function ContextPopover({
  value,
  onChange,
}: {
  value: ImageContext;
  onChange: (context: ImageContext) => void;
}) {
  const isSet = Object.keys(value).length > 0;
  return (
    <Popover position="bottom-start" shadow="md" width={340} trapFocus>
      <Popover.Target>
        <Button
          variant={isSet ? 'light' : 'default'}
          h={44}
          px={11}
          aria-label={text.specimenHeatAndWidth}
          title={text.specimenHeatAndWidth}
        >
          <IconTag size={20} />
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            {text.forTheNextPictures}
          </Text>
          <SpecimenFields value={value} onChange={onChange} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
