import { Button, Group, NumberInput, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import type { NextReading } from '@mlmcsc/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { imageUrl } from '../../../shared/api/image-url.ts';
import { numberFromInput } from '../../../shared/format/number-from-input.ts';
import { fill } from '../../../shared/language/fill.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { giveReading, nextReadingQuery, studyKeys } from '../api/study-requests.ts';
import { text } from '../texts/text.ts';
import classes from './studies.module.css';

/** The next picture that I have to read, blind. */
export function ReadNext({ studyId }: { studyId: string }) {
  const query = useQuery(nextReadingQuery(studyId));
  return (
    <Paper withBorder p="md" component="section" aria-label={text.myReadings}>
      <Title order={2} size="h4" mb="sm">
        {text.myReadings}
      </Title>
      {query.isPending && <LoadingState label={text.lookingForTheNext} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Reading studyId={studyId} next={query.data} />}
    </Paper>
  );
}

function Reading({ studyId, next }: { studyId: string; next: NextReading }) {
  const { given, wanted, reading } = next;
  return (
    <Stack gap="md">
      <div>
        <Text size="sm" data-testid="my-progress">
          {fill(text.ofRead, { given, wanted })}
        </Text>
        <Progress
          value={(100 * given) / Math.max(1, wanted)}
          aria-label={fill(text.ofRead, { given, wanted })}
        />
      </div>
      {reading === null ? (
        <Text role="status">{given === wanted ? text.youHaveReadEverything : text.theStudyIsClosed}</Text>
      ) : (
        <ReadingForm key={reading.id} studyId={studyId} reading={reading} />
      )}
    </Stack>
  );
}

function ReadingForm(props: {
  readonly studyId: string;
  readonly reading: NonNullable<NextReading['reading']>;
}) {
  const { studyId, reading } = props;
  const [percent, setPercent] = useState<number | string>('');
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: giveReading,
    onSuccess: async (next) => {
      queryClient.setQueryData(nextReadingQuery(studyId).queryKey, next);
      await queryClient.invalidateQueries({ queryKey: studyKeys.one(studyId) });
    },
  });
  const read = numberFromInput(percent);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (read !== null) mutation.mutate({ studyId, readingId: reading.id, percent: read });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <img
          className={classes.picture}
          src={imageUrl(reading.image_id, 'display')}
          alt={fill(text.fractureFaceNumberOf, { place: reading.place })}
        />
        <Group align="flex-end" gap="sm">
          <NumberInput
            label={text.percentShear}
            description={text.to100ItCannot}
            value={percent}
            onChange={setPercent}
            min={0}
            max={100}
            clampBehavior="strict"
            required
            data-testid="reading-percent"
          />
          <Button type="submit" h={44} loading={mutation.isPending} disabled={read === null}>
            {text.giveThisReading}
          </Button>
        </Group>
        {mutation.error !== null && <ErrorState error={mutation.error} />}
      </Stack>
    </form>
  );
}
