import { Alert, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { inspectLink, redeemLink } from '../api/one-time-links.ts';

/** Sets a password by an invitation or a reset. */
export function SetPasswordForm({ token, onSignIn }: { token: string; onSignIn: () => void }) {
  const [password, setPassword] = useState('');
  const link = useQuery({
    queryKey: ['one-time-link', token],
    queryFn: () => inspectLink(token),
    retry: false,
  });
  const redeem = useMutation({ mutationFn: () => redeemLink({ token, password }) });
  if (redeem.isSuccess) {
    return (
      <Stack gap="md">
        <Alert color="teal" variant="light" role="status" title="Your password is set">
          Sign in as {redeem.data.username}.
        </Alert>
        <Button h={48} onClick={onSignIn}>
          To the sign-in
        </Button>
      </Stack>
    );
  }
  if (link.isPending) return <LoadingState label="Looking at the link…" />;
  if (link.isError) return <ErrorState error={link.error} />;
  return (
    <form
      aria-label="Set a password"
      onSubmit={(event) => {
        event.preventDefault();
        redeem.mutate();
      }}
    >
      <Stack gap="md">
        <Text>
          {link.data.purpose === 'invitation' ? 'Welcome' : 'A new password for'}{' '}
          <strong>{link.data.display_name}</strong>. Your user name is <strong>{link.data.username}</strong>.
        </Text>
        <input type="hidden" name="username" autoComplete="username" value={link.data.username} />
        <PasswordInput
          label="New password"
          description="12 to 200 characters; several unrelated words make a good one"
          autoComplete="new-password"
          size="md"
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
        />
        {redeem.error !== null && <ErrorState error={redeem.error} />}
        <Button type="submit" size="md" h={48} loading={redeem.isPending} disabled={password === ''}>
          Set the password
        </Button>
      </Stack>
    </form>
  );
}
