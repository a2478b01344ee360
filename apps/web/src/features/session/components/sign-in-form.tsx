import { Alert, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { ProblemError } from '@mlmcsc/client';
import type { Session } from '@mlmcsc/contracts';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiUrl } from '../../../shared/api/api.ts';
import { describeError, describeWait } from '../../../shared/api/problem.ts';
import { fill } from '../../../shared/language/fill.ts';
import { sessionKeys } from '../../../shared/queries/session-query.ts';
import { signInOptionsQuery } from '../api/get-sign-in-options.ts';
import { signIn } from '../api/sign-in.ts';
import { text } from '../texts/text.ts';

interface SignInFormProps {
  /** Page to show after single sign-on. */
  next: string;
  /** Code of what went wrong at single sign-on, or null. */
  problem: string | null;
  onSignedIn: (session: Session) => void;
}

const PROBLEMS: Readonly<Record<string, string>> = {
  get 'sso-refused'() {
    return text.yourSingleSignOn;
  },
  get 'sso-failed'() {
    return text.singleSignOnFailed;
  },
  get 'sso-unavailable'() {
    return text.theSingleSignOn;
  },
};

const isCodeWanted = (error: unknown) =>
  error instanceof ProblemError && error.code === 'second-factor-required';

/** User name and password, then the second factor where there is one; says plainly what went wrong. */
export function SignInForm({ next, problem, onSignedIn }: SignInFormProps) {
  const options = useQuery(signInOptionsQuery);
  const [wantsCode, setWantsCode] = useState(false);
  const [code, setCode] = useState('');
  const queryClient = useQueryClient();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const mutation = useMutation({
    mutationFn: signIn,
    onSuccess: (session) => {
      queryClient.setQueryData(sessionKeys.current, session);
      onSignedIn(session);
    },
    onError: (error) => {
      setCode('');
      if (isCodeWanted(error)) setWantsCode(true);
      else if (!(error instanceof ProblemError && error.code === 'second-factor-wrong')) {
        setWantsCode(false);
        setPassword('');
      }
    },
  });
  return (
    <form
      aria-label={text.signIn}
      onSubmit={(event) => {
        event.preventDefault();
        mutation.mutate({ username: username.trim(), password, ...(wantsCode ? { code: code.trim() } : {}) });
      }}
    >
      <Stack gap="md">
        {mutation.error !== null && !isCodeWanted(mutation.error) && <SignInError error={mutation.error} />}
        {problem !== null && mutation.isIdle && (
          <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={20} />}>
            {PROBLEMS[problem] ?? text.signingInFailed}
          </Alert>
        )}
        <TextInput
          label={text.userName}
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
          label={text.password}
          name="password"
          autoComplete="current-password"
          size="md"
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': text.showOrHideThe }}
        />
        {wantsCode && (
          <TextInput
            label={text.codeOfYourAuthenticator}
            description={text.sixDigitsOrA}
            autoComplete="one-time-code"
            autoFocus
            size="md"
            maxLength={30}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        <Button
          type="submit"
          size="md"
          h={48}
          loading={mutation.isPending}
          disabled={username.trim() === '' || password === '' || (wantsCode && code.trim().length < 6)}
        >
          {text.signIn}
        </Button>
        {options.data?.single_sign_on === true && (
          <>
            <Divider label={text.or} />
            <Button component="a" href={apiUrl('/session/sso', { next })} variant="default" size="md" h={48}>
              {text.singleSignOn}
            </Button>
          </>
        )}
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
      {wait === null ? detail : fill(text.tryAgainInOr, { wait: describeWait(wait) })}
    </Alert>
  );
}
