import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { text } from '../texts/text.ts';

/** Asks why before something goes into the ledger. */
export function ReasonDialog(props: {
  readonly title: string;
  readonly action: string;
  readonly children: ReactNode;
  readonly isOpen: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') props.onConfirm(reason.trim());
  };
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      centered
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm">{props.children}</Text>
          <Textarea
            label={text.why}
            description={text.theLedgerAndThe}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
            autosize
            minRows={2}
            required
            data-autofocus
            data-testid="reason"
          />
          {props.error !== null && <ErrorState error={props.error} />}
          <Group justify="flex-end">
            <Button variant="default" h={44} onClick={props.onClose}>
              {text.cancel}
            </Button>
            <Button
              type="submit"
              h={44}
              loading={props.isPending}
              disabled={reason.trim() === ''}
              data-testid="confirm"
            >
              {props.action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
