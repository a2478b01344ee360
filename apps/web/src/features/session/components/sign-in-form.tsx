import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { ProblemError } from '@mlmcsc/client';
import type { Session } from '@mlmcsc/contracts';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { describeError, describeWait } from '../../../shared/api/problem.ts';
import { sessionKeys } from '../../../shared/queries/session-query.ts';
import { signIn } from '../api/sign-in.ts';

/** User name and password; says plainly what went wrong. */
export function SignInForm({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const queryClient = useQueryClient();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const mutation = useMutation({
    mutationFn: signIn,
    onSuccess: (session) => {
      queryClient.setQueryData(sessionKeys.current, session);
      onSignedIn(session);
    },
    onError: () => setPassword(''),
  });
  return (
    <form
      aria-label="Sign in"
      onSubmit={(event) => {
        event.preventDefault();
        mutation.mutate({ username: username.trim(), password });
      }}
    >
      <Stack gap="md">
        {mutation.error !== null && <SignInError error={mutation.error} />}
        <TextInput
          label="User name"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          size="md"
          maxLength={100}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          size="md"
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
        />
        <Button
          type="submit"
          size="md"
          h={48}
          loading={mutation.isPending}
          disabled={username.trim() === '' || password === ''}
        >
          Sign in
        </Button>
      </Stack>
    </form>
  );
}

function SignInError({ error }: { error: unknown }) {
  const { title, detail } = describeError(error);
  const isLocked = error instanceof ProblemError && error.status === 429;
  const wait = isLocked ? error.retryAfterSeconds : null;
  return (
    <Alert
      color={isLocked ? 'orange' : 'red'}
      variant="light"
      role="alert"
      icon={isLocked ? <IconLock size={20} /> : <IconAlertTriangle size={20} />}
      title={title}
      data-testid="sign-in-error"
    >
      {wait === null ? detail : `Try again in ${describeWait(wait)}, or ask an administrator.`}
    </Alert>
  );
}
