import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { accountKeys, changePassword } from '../api/account-requests.ts';
import { text } from '../texts/text.ts';

const toggle = {
  get 'aria-label'() {
    return text.showOrHideThe;
  },
};

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
    <Section title={text.password} description={text.changingItEndsYour}>
      <form
        aria-label={text.changeThePassword}
        onSubmit={(event) => {
          event.preventDefault();
          mutation.mutate();
        }}
      >
        <Stack gap="sm">
          <PasswordInput
            label={text.presentPassword}
            autoComplete="current-password"
            maxLength={200}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            visibilityToggleButtonProps={toggle}
          />
          <PasswordInput
            label={text.newPassword}
            description={text.to200CharactersSeveral}
            autoComplete="new-password"
            maxLength={200}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
            visibilityToggleButtonProps={toggle}
          />
          {mutation.error !== null && <ErrorState error={mutation.error} />}
          {mutation.isSuccess && (
            <Alert color="teal" variant="light" role="status">
              {text.thePasswordIsChanged}
            </Alert>
          )}
          <Button
            type="submit"
            h={44}
            w="fit-content"
            loading={mutation.isPending}
            disabled={current === '' || next === ''}
          >
            {text.changePassword}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
