import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorState } from '../../../shared/ui/states.tsx';

/** Asks why, in one line, and does it. */
export function ReasonForm(props: {
  readonly label: string;
  readonly action: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSubmit: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  return (
    <form
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') props.onSubmit(reason.trim());
      }}
    >
      <Stack gap="sm">
        <Group gap="sm" align="flex-end">
          <TextInput
            label={props.label}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            style={{ flex: '1 1 240px' }}
            styles={{ input: { height: 44 } }}
          />
          <Button type="submit" h={44} variant="default" loading={props.isPending}>
            {props.action}
          </Button>
        </Group>
        {props.error !== null && <ErrorState error={props.error} />}
      </Stack>
    </form>
  );
}
