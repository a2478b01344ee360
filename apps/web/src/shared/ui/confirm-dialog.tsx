import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { text } from '../texts/text.ts';
import { ErrorState } from './states.tsx';

/** Asks before something is done that cannot simply be undone. */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly action: string;
  readonly children: ReactNode;
  readonly isOpen: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      centered
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <Stack gap="md">
        <Text size="sm">{props.children}</Text>
        {props.error !== null && <ErrorState error={props.error} />}
        <Group justify="flex-end">
          <Button variant="default" h={44} onClick={props.onClose} data-autofocus>
            {text.cancel}
          </Button>
          <Button
            color="red"
            h={44}
            loading={props.isPending}
            onClick={props.onConfirm}
            data-testid="confirm"
          >
            {props.action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
