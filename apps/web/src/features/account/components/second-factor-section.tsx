import { Alert, Button, Code, Group, PasswordInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { Account } from '@mlmcsc/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fill } from '../../../shared/language/fill.ts';
import { sessionKeys } from '../../../shared/queries/session-query.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState } from '../../../shared/ui/states.tsx';
import {
  accountKeys,
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
} from '../api/account-requests.ts';
import { text } from '../texts/text.ts';

/** Sets up and takes away the own second factor. */
export function SecondFactorSection({ account }: { account: Account }) {
  const queryClient = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: accountKeys.all }),
      queryClient.invalidateQueries({ queryKey: sessionKeys.current }),
    ]);
  const begin = useMutation({ mutationFn: () => beginSecondFactor(password) });
  const confirm = useMutation({
    mutationFn: () => confirmSecondFactor(code),
    onSuccess: () => {
      begin.reset();
      setPassword('');
      setCode('');
      return refresh();
    },
    onError: () => setCode(''),
  });
  const remove = useMutation({
    mutationFn: () => removeSecondFactor(password),
    onSuccess: () => {
      setPassword('');
      confirm.reset();
      return refresh();
    },
  });
  const { second_factor: factor, user } = account;
  const error = begin.error ?? confirm.error ?? remove.error;
  return (
    <Section title={text.secondFactor} description={text.aCodeFromAn}>
      {factor.is_missing && (
        <Alert color="orange" variant="light" role="alert" title={text.yourRoleDemandsA}>
          {text.untilYouHaveSet}
        </Alert>
      )}
      {!user.has_password && <Text size="sm">{text.youSignInBy}</Text>}
      {confirm.data !== undefined && (
        <Alert color="teal" variant="light" role="status" title={text.keepTheseRecoveryCodes}>
          <Text size="sm" mb="xs">
            {text.eachReplacesTheTelephone}
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={4} data-testid="recovery-codes">
            {confirm.data.map((one) => (
              <Code key={one}>{one}</Code>
            ))}
          </SimpleGrid>
        </Alert>
      )}
      {factor.is_active && (
        <Text size="sm" data-testid="second-factor-state">
          {fill(text.inUseRecoveryCodes, { recoveryCodesLeft: factor.recovery_codes_left })}
        </Text>
      )}
      {begin.data !== undefined && (
        <form
          aria-label={text.confirmTheSecondFactor}
          onSubmit={(event) => {
            event.preventDefault();
            confirm.mutate();
          }}
        >
          <Stack gap="sm">
            <Text size="sm">{text.scanThisWithThe}</Text>
            <Group align="flex-start">
              <img
                alt={text.qrCodeOfThe}
                width={180}
                height={180}
                style={{ background: 'white' }}
                src={`data:image/svg+xml;utf8,${encodeURIComponent(begin.data.qr_svg)}`}
              />
              <Code style={{ overflowWrap: 'anywhere' }} data-testid="totp-secret">
                {begin.data.secret}
              </Code>
            </Group>
            <TextInput
              label={text.code}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              w={160}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button
              type="submit"
              h={44}
              w="fit-content"
              loading={confirm.isPending}
              disabled={code.length < 6}
            >
              {text.switchOn}
            </Button>
          </Stack>
        </form>
      )}
      {user.has_password && begin.data === undefined && (
        <form
          aria-label={text.secondFactor}
          onSubmit={(event) => {
            event.preventDefault();
            if (factor.is_active) remove.mutate();
            else begin.mutate();
          }}
        >
          <Group align="flex-end">
            <PasswordInput
              label={text.yourPasswordToConfirm}
              autoComplete="current-password"
              maxLength={200}
              w={260}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': text.showOrHideThe }}
            />
            <Button
              type="submit"
              h={44}
              variant={factor.is_active ? 'default' : 'filled'}
              loading={begin.isPending || remove.isPending}
              disabled={password === ''}
            >
              {factor.is_active ? text.switchOff : text.setUp}
            </Button>
          </Group>
        </form>
      )}
      {error !== null && <ErrorState error={error} />}
    </Section>
  );
}
