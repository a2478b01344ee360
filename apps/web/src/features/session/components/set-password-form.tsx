import { Alert, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { inspectLink, redeemLink } from '../api/one-time-links.ts';
import { text } from '../texts/text.ts';

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
        <Alert color="teal" variant="light" role="status" title={text.yourPasswordIsSet}>
          {fill(text.signInAs, { username: redeem.data.username })}
        </Alert>
        <Button h={48} onClick={onSignIn}>
          {text.toTheSignIn}
        </Button>
      </Stack>
    );
  }
  if (link.isPending) return <LoadingState label={text.lookingAtTheLink} />;
  if (link.isError) return <ErrorState error={link.error} />;
  return (
    <form
      aria-label={text.setAPassword}
      onSubmit={(event) => {
        event.preventDefault();
        redeem.mutate();
      }}
    >
      <Stack gap="md">
        <Text>
          {rich(text.yourUserNameIs, {
            purpose: link.data.purpose === 'invitation' ? text.welcome : text.aNewPasswordFor,
            displayName: <strong>{link.data.display_name}</strong>,
            username: <strong>{link.data.username}</strong>,
          })}
        </Text>
        <input type="hidden" name="username" autoComplete="username" value={link.data.username} />
        <PasswordInput
          label={text.newPassword}
          description={text.to200CharactersSeveral}
          autoComplete="new-password"
          size="md"
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': text.showOrHideThe }}
        />
        {redeem.error !== null && <ErrorState error={redeem.error} />}
        <Button type="submit" size="md" h={48} loading={redeem.isPending} disabled={password === ''}>
          {text.setThePassword}
        </Button>
      </Stack>
    </form>
  );
}
