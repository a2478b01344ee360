import { Alert, Button, Center, Group, Loader, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh, IconTrash } from '@tabler/icons-react';
import type { QueueItem } from '../intake-queue.ts';

interface PendingPictureProps {
  item: QueueItem;
  onRetry: () => void;
  onRemove: () => void;
}

const WORDS = {
  waiting: 'Waiting for its turn…',
  uploading: 'Uploading the picture…',
  uploaded: 'Uploaded; the batch starts when all pictures are here…',
  analysing: 'Measuring…',
  done: 'Loading the result…',
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
            title={`${item.fileName === '' ? 'This picture' : item.fileName} could not be measured`}
          >
            {item.error}
          </Alert>
          <Group>
            <Button h={44} leftSection={<IconRefresh size={18} />} onClick={onRetry}>
              Try again
            </Button>
            <Button h={44} variant="default" leftSection={<IconTrash size={18} />} onClick={onRemove}>
              Remove from the queue
            </Button>
          </Group>
        </Stack>
      ) : (
        <Center mih={280} role="status" aria-live="polite">
          <Stack align="center" gap="sm">
            <Loader />
            <Text>{WORDS[item.state]}</Text>
            <Text size="sm" c="dimmed">
              {item.fileName}
            </Text>
          </Stack>
        </Center>
      )}
    </Paper>
  );
}
