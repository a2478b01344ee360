import { Alert, Button, Center, Group, Loader, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconRefresh, IconTrash } from '@tabler/icons-react';
import { fill } from '../../../shared/language/fill.ts';
import type { QueueItem } from '../intake-queue.ts';
import { text } from '../texts/text.ts';

interface PendingPictureProps {
  item: QueueItem;
  onRetry: () => void;
  onRemove: () => void;
}

/** What happens to a picture that is not measured yet. */
export const WORDS = {
  get waiting() {
    return text.waitingForItsTurn;
  },
  get held() {
    return text.heldHere;
  },
  get uploading() {
    return text.uploadingThePicture;
  },
  get uploaded() {
    return text.uploadedTheBatchStarts;
  },
  get analysing() {
    return text.measuring;
  },
  get done() {
    return text.loadingTheResult;
  },
} as const;

/** The selected picture before there is a result: how far it is, or what went wrong. */
export function PendingPicture({ item, onRetry, onRemove }: PendingPictureProps) {
  return (
    <Paper withBorder p="xl" mih={320} h="100%" data-testid="pending-picture">
      {item.state === 'failed' ? (
        <Stack maw={560} mx="auto" gap="md" mt="xl">
          <Alert
            color="red"
            variant="light"
            role="alert"
            icon={<IconAlertTriangle />}
            title={fill(text.couldNotBeMeasured, {
              fileName: item.fileName === '' ? text.thisPicture : item.fileName,
            })}
          >
            {item.error}
          </Alert>
          <Group>
            <Button h={44} leftSection={<IconRefresh size={18} />} onClick={onRetry}>
              {text.tryAgain}
            </Button>
            <Button h={44} variant="default" leftSection={<IconTrash size={18} />} onClick={onRemove}>
              {text.removeFromTheQueue}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Center mih={280} role="status" aria-live="polite">
          <Stack align="center" gap="sm">
            {item.state === 'held' ? <IconCloudOff size={36} aria-hidden /> : <Loader />}
            <Text maw={460} ta="center">
              {WORDS[item.state]}
            </Text>
            <Text size="sm" c="dimmed">
              {item.fileName}
            </Text>
          </Stack>
        </Center>
      )}
    </Paper>
  );
}
