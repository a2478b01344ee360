import { Button, Modal, NativeSelect, NumberInput, Radio, Stack, Text, Textarea } from '@mantine/core';
import type { Model, StartTrialRequest } from '@mlmcsc/contracts';
import { IconFlask } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { numberFromInput } from '../../../shared/format/number-from-input.ts';
import { newKey } from '../../../shared/requests/new-key.ts';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { startTrial, trialKeys } from '../api/trial-requests.ts';
import { text } from '../texts/text.ts';

/** An engineer says which version is tried, and how. */
export function StartTrial({ models }: { models: readonly Model[] }) {
  const [isOpen, setOpen] = useState(false);
  const champion = models.find(({ is_champion }) => is_champion);
  const versions = models
    .filter((one) => !one.is_champion && one.pipeline_version === champion?.pipeline_version)
    .map(({ version }) => version);
  if (versions.length === 0) return null;
  return (
    <>
      <Button
        variant="light"
        h={44}
        leftSection={<IconFlask size={18} aria-hidden />}
        onClick={() => setOpen(true)}
        data-testid="try-challenger"
      >
        {text.tryAChallenger}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={text.tryAChallenger}
        centered
        closeButtonProps={{ 'aria-label': text.close }}
      >
        <Form versions={versions} />
      </Modal>
    </>
  );
}

function Form({ versions }: { versions: readonly string[] }) {
  const [version, setVersion] = useState(versions[0] ?? '');
  const [kind, setKind] = useState<StartTrialRequest['kind']>('shadow');
  const [percent, setPercent] = useState<number | string>(10);
  const [reason, setReason] = useState('');
  // One for as long as the dialog is open: sent again after a lost answer, it starts nothing twice.
  const [key] = useState(newKey);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const mutation = useMutation({
    mutationFn: startTrial,
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: trialKeys.list() });
      await navigate({ to: '/model/trials/$id', params: { id } });
    },
  });
  const wanted = numberFromInput(percent);
  const isComplete = reason.trim() !== '' && (kind === 'shadow' || wanted !== null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete) return;
    const share = kind === 'canary' && wanted !== null ? { percent: wanted } : {};
    mutation.mutate({ key, wish: { model_version: version, kind, reason: reason.trim(), ...share } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <NativeSelect
          label={text.version}
          data={[...versions]}
          value={version}
          onChange={(event) => setVersion(event.currentTarget.value)}
          data-testid="trial-version"
        />
        <Radio.Group
          label={text.whatItDoes}
          value={kind}
          onChange={(value) => setKind(value as StartTrialRequest['kind'])}
        >
          <Stack gap={4} mt={4}>
            <Radio
              value="shadow"
              label={text.shadow}
              description={text.computedForEveryNew}
              styles={{ body: { minHeight: 44, alignItems: 'center' } }}
            />
            <Radio
              value="canary"
              label={text.canary}
              description={text.answersSomeOfThe}
              styles={{ body: { minHeight: 44, alignItems: 'center' } }}
            />
          </Stack>
        </Radio.Group>
        {kind === 'canary' && (
          <NumberInput
            label={text.percentOfTheSpecimens}
            value={percent}
            onChange={setPercent}
            min={1}
            max={50}
            allowDecimal={false}
            clampBehavior="strict"
            required
            data-testid="trial-percent"
          />
        )}
        <Textarea
          label={text.why}
          description={text.theTrialAndThe}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
          required
          data-testid="trial-reason"
        />
        <Text size="sm" c="dimmed">
          {text.oneChallengerIsTried}
        </Text>
        {mutation.error !== null && <ErrorState error={mutation.error} />}
        <Button
          type="submit"
          h={44}
          loading={mutation.isPending}
          disabled={!isComplete}
          data-testid="start-trial"
        >
          {text.beginTheTrial}
        </Button>
      </Stack>
    </form>
  );
}
