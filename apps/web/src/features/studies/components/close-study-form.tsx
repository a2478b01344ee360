import { Button, Group, Paper, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { closeStudy } from '../api/begin-study.ts';
import { studyKeys } from '../api/study-requests.ts';

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
    <Paper withBorder p="md" component="section" aria-label="Close the study">
      <Title order={2} size="h4" mb="sm">
        Close the study
      </Title>
      <Text size="sm" mb="sm">
        Nobody reads in it any more, and what was read is shown. It cannot be opened again.
      </Text>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label="Why it ends"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
            required
          />
          <Button type="submit" variant="default" h={44} loading={mutation.isPending}>
            Close
          </Button>
        </Group>
      </form>
      {mutation.error !== null && <ErrorState error={mutation.error} />}
    </Paper>
  );
}
