import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { accountKeys, changePassword } from '../api/account-requests.ts';

const toggle = { 'aria-label': 'Show or hide the password' };

/** Changes the own password. */
export function PasswordSection() {
  const queryClient = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const mutation = useMutation({
    mutationFn: () => changePassword({ current_password: current, new_password: next }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      return queryClient.invalidateQueries({ queryKey: accountKeys.sessions() });
    },
  });
  return (
    <Section title="Password" description="Changing it ends your other sessions.">
      <form
        aria-label="Change the password"
        onSubmit={(event) => {
          event.preventDefault();
          mutation.mutate();
        }}
      >
        <Stack gap="sm">
          <PasswordInput
            label="Present password"
            autoComplete="current-password"
            maxLength={200}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            visibilityToggleButtonProps={toggle}
          />
          <PasswordInput
            label="New password"
            description="12 to 200 characters; several unrelated words make a good one"
            autoComplete="new-password"
            maxLength={200}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
            visibilityToggleButtonProps={toggle}
          />
          {mutation.error !== null && <ErrorState error={mutation.error} />}
          {mutation.isSuccess && (
            <Alert color="teal" variant="light" role="status">
              The password is changed.
            </Alert>
          )}
          <Button
            type="submit"
            h={44}
            w="fit-content"
            loading={mutation.isPending}
            disabled={current === '' || next === ''}
          >
            Change password
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
