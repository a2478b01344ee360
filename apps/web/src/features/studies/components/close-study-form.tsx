import { Button, Group, Paper, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { closeStudy } from '../api/begin-study.ts';
import { studyKeys } from '../api/study-requests.ts';
import { text } from '../texts/text.ts';

/** A reviewer ends a study whose readers may not all have finished. */
export function CloseStudyForm({ id }: { id: string }) {
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: closeStudy,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: studyKeys.all }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') mutation.mutate({ id, reason: reason.trim() });
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={text.closeTheStudy}>
      <Title order={2} size="h4" mb="sm">
        {text.closeTheStudy}
      </Title>
      <Text size="sm" mb="sm">
        {text.nobodyReadsInIt}
      </Text>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={text.whyItEnds}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
            required
          />
          <Button type="submit" variant="default" h={44} loading={mutation.isPending}>
            {text.close}
          </Button>
        </Group>
      </form>
      {mutation.error !== null && <ErrorState error={mutation.error} />}
    </Paper>
  );
}
