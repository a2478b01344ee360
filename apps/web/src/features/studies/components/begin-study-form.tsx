import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  Paper,
  Stack,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { numberFromInput } from '../../../shared/format/number-from-input.ts';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { beginStudy } from '../api/begin-study.ts';
import { studyKeys } from '../api/study-requests.ts';
import { betweenIdentifiers, betweenUsernames, listOfNames } from '../list-of-names.ts';
import { text } from '../texts/text.ts';

/** A reviewer says who reads what. */
export function BeginStudyForm() {
  const [name, setName] = useState('');
  const [specimens, setSpecimens] = useState('');
  const [readers, setReaders] = useState('');
  const [repeats, setRepeats] = useState<number | string>(1);
  const [threshold, setThreshold] = useState<number | string>(10);
  const [includesModel, setIncludesModel] = useState(true);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const mutation = useMutation({
    mutationFn: beginStudy,
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: studyKeys.list() });
      await navigate({ to: '/studies/$id', params: { id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [times, points] = [numberFromInput(repeats), numberFromInput(threshold)];
    if (times === null || points === null) return;
    mutation.mutate({
      name: name.trim(),
      identifiers: listOfNames(specimens, betweenIdentifiers),
      readers: listOfNames(readers, betweenUsernames),
      ...{ repeats: times, threshold: points, includesModel },
    });
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={text.beginAStudy} mb="md">
      <Title order={2} size="h4" mb="sm">
        {text.beginAStudy}
      </Title>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={text.name}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
            required
          />
          <Textarea
            label={text.specimens}
            description={text.identifiersOneALine}
            value={specimens}
            onChange={(event) => setSpecimens(event.currentTarget.value)}
            autosize
            minRows={3}
            maxRows={12}
            required
          />
          <TextInput
            label={text.readers}
            description={text.userNamesTechniciansOr}
            value={readers}
            onChange={(event) => setReaders(event.currentTarget.value)}
            required
          />
          <Group align="flex-end" gap="sm">
            <NumberInput
              label={text.readingsOfEachSpecimen}
              value={repeats}
              onChange={setRepeats}
              min={1}
              max={5}
              allowDecimal={false}
              clampBehavior="strict"
              required
            />
            <NumberInput
              label={text.aReviewerDecidesAbove}
              value={threshold}
              onChange={setThreshold}
              min={0.1}
              max={100}
              required
            />
          </Group>
          <Checkbox
            label={text.theModelIsOne}
            checked={includesModel}
            onChange={(event) => setIncludesModel(event.currentTarget.checked)}
          />
          {mutation.error !== null && <ErrorState error={mutation.error} />}
          <Group>
            <Button type="submit" h={44} loading={mutation.isPending}>
              {text.begin}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
