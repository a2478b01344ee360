import { Stack, Text } from '@mantine/core';
import type { DriftStatus } from '@mlmcsc/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { newKey } from '../../../shared/requests/new-key.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { driftKeys, setReference } from '../api/drift-requests.ts';
import { referenceText } from '../drift-text.ts';
import { text } from '../texts/text.ts';
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
    <Section title={text.reference} description={text.thePicturesThatSay}>
      <Stack gap={4} data-testid="reference">
        <Text>{referenceText(reference)}</Text>
        {reference !== null && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {fill(text.fromBy, {
              beginsAt: formatInstant(reference.begins_at),
              setBy: reference.set_by,
              reason: reference.reason,
            })}
          </Text>
        )}
        {reference?.evaluated_at != null && (
          <Text size="sm" c="dimmed">
            {fill(text.evaluated, { evaluatedAt: formatInstant(reference.evaluated_at) })}
          </Text>
        )}
        {comparison !== null && (
          <Text size="sm" c="dimmed">
            {fill(text.theLastPointsAs, {
              points: comparison.points,
              pValue: formatNumber(comparison.p_value, 3),
            })}
          </Text>
        )}
      </Stack>
      {maySet && (
        <ReasonForm
          key={reference?.id ?? 'first'}
          label={text.whatWasChanged}
          action={text.beginANewReference}
          isPending={set.isPending}
          error={set.error}
          onSubmit={(reason) => set.mutate({ reason, key: newKey() })}
        />
      )}
    </Section>
  );
}
