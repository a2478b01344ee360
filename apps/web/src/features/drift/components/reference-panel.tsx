import { Stack, Text } from '@mantine/core';
import type { DriftStatus } from '@mlmcsc/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { newKey } from '../../../shared/requests/new-key.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { driftKeys, setReference } from '../api/drift-requests.ts';
import { referenceText } from '../drift-text.ts';
import { ReasonForm } from './reason-form.tsx';

/** What everything is compared with, and a new one from here on. */
export function ReferencePanel({ status, maySet }: { status: DriftStatus; maySet: boolean }) {
  const { reference, comparison } = status;
  const queryClient = useQueryClient();
  const set = useMutation({
    mutationFn: setReference,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: driftKeys.all }),
  });
  return (
    <Section
      title="Reference"
      description="The pictures that say what is usual. Begin a new one after the lamp, the camera or the steel was changed on purpose."
    >
      <Stack gap={4} data-testid="reference">
        <Text>{referenceText(reference)}</Text>
        {reference !== null && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            From {formatInstant(reference.begins_at)} by {reference.set_by}: {reference.reason}
          </Text>
        )}
        {reference?.evaluated_at != null && (
          <Text size="sm" c="dimmed">
            Evaluated {formatInstant(reference.evaluated_at)}.
          </Text>
        )}
        {comparison !== null && (
          <Text size="sm" c="dimmed">
            {`The last ${comparison.points} points as a whole: pictures of one kind lie as far apart with a probability of ${comparison.p_value.toFixed(3)}.`}
          </Text>
        )}
      </Stack>
      {maySet && (
        <ReasonForm
          key={reference?.id ?? 'first'}
          label="What was changed"
          action="Begin a new reference"
          isPending={set.isPending}
          error={set.error}
          onSubmit={(reason) => set.mutate({ reason, key: newKey() })}
        />
      )}
    </Section>
  );
}
