import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { text } from '../texts/text.ts';

/** Asks why, before something is done that stays in the history. */
export function ReasonDialog(props: {
  readonly title: string;
  readonly label: string;
  readonly action: string;
  readonly children: ReactNode;
  readonly isOpen: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      centered
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <form
        aria-label={props.title}
        onSubmit={(event) => {
          event.preventDefault();
          props.onReason(reason.trim());
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{props.children}</Text>
          <TextInput
            label={props.label}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            styles={{ input: { height: 44 } }}
            data-autofocus
          />
          {props.error !== null && <ErrorState error={props.error} />}
          <Group justify="flex-end">
            <Button variant="default" h={44} onClick={props.onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" h={44} loading={props.isPending} disabled={reason.trim() === ''}>
              {props.action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
