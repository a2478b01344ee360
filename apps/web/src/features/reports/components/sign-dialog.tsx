import { Alert, Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { ProblemError } from '@mlmcsc/client';
import { type Report, unprintableCharacters } from '@mlmcsc/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fill } from '../../../shared/language/fill.ts';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { reportKeys, signReport } from '../api/report-requests.ts';
import { text } from '../texts/text.ts';
import { UnprintableNotice } from './unprintable-notice.tsx';

const toggle = {
  get 'aria-label'() {
    return text.showOrHideThe;
  },
};
const FIELD = { input: { height: 44 } };
const wantsCode = (error: Error | null) =>
  error instanceof ProblemError && error.code === 'second-factor-required';

/** Asks once more who it is, and signs. */
export function SignDialog({
  report,
  unprintable,
  isOpen,
  onClose,
}: {
  report: Report;
  /** Codes of letters in it that paper cannot show. */
  unprintable: readonly string[];
  isOpen: boolean;
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const [statement, setStatement] = useState<string>(text.checkedAndReleased);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [hasSecondFactor, setSecondFactor] = useState(false);
  const mutation = useMutation({
    mutationFn: () =>
      signReport(report.id, {
        ...{ digest: report.digest, statement: statement.trim(), current_password: password },
        ...(code.trim() === '' ? {} : { code: code.trim() }),
      }),
    onError: (error) => {
      if (wantsCode(error)) setSecondFactor(true);
    },
    onSuccess: async () => {
      setPassword('');
      setCode('');
      await queryClient.invalidateQueries({ queryKey: reportKeys.all });
      onClose();
    },
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={fill(text.signReportVersion, { number: report.number, version: report.version })}
      centered
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <form
        aria-label={text.signTheReport}
        onSubmit={(event) => {
          event.preventDefault();
          mutation.mutate();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{text.youAnswerForThis}</Text>
          <UnprintableNotice codes={[...new Set([...unprintable, ...unprintableCharacters(statement)])]} />
          <TextInput
            label={text.whatYourSignatureSays}
            required
            maxLength={500}
            value={statement}
            onChange={(event) => setStatement(event.currentTarget.value)}
            styles={FIELD}
          />
          <PasswordInput
            label={text.yourPasswordOnceMore}
            required
            autoComplete="current-password"
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={toggle}
            styles={FIELD}
            data-autofocus
          />
          {hasSecondFactor && (
            <TextInput
              label={text.codeOfYourSecond}
              description={text.sixDigitsOfThe}
              required
              autoFocus
              autoComplete="one-time-code"
              maxLength={30}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              styles={FIELD}
            />
          )}
          {wantsCode(mutation.error) ? (
            <Alert color="blue" variant="light" role="status">
              {text.thePasswordIsRight}
            </Alert>
          ) : (
            mutation.error !== null && <ErrorState error={mutation.error} />
          )}
          <Group justify="flex-end">
            <Button variant="default" h={44} onClick={onClose}>
              {text.cancel}
            </Button>
            <Button
              type="submit"
              h={44}
              loading={mutation.isPending}
              disabled={statement.trim() === '' || password === '' || (hasSecondFactor && code.trim() === '')}
            >
              {text.sign}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
