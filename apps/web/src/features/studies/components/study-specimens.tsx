import { Badge, Button, Group, NumberInput, Paper, Stack, Table, Text, Textarea, Title } from '@mantine/core';
import type { StudySpecimen } from '@mlmcsc/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { formatNumber, NO_VALUE } from '../../../shared/format/format-value.ts';
import { numberFromInput } from '../../../shared/format/number-from-input.ts';
import { fill } from '../../../shared/language/fill.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { adjudicate, reportValue, studyKeys, studySpecimensQuery } from '../api/study-requests.ts';
import { text } from '../texts/text.ts';
import classes from './studies.module.css';

/** The specimens of a study; readings only of those that everybody has read. */
export function StudySpecimensPanel(props: { readonly studyId: string; readonly mayDecide: boolean }) {
  const query = useQuery(studySpecimensQuery(props.studyId));
  return (
    <Paper withBorder p="md" component="section" aria-label={text.specimens}>
      <Title order={2} size="h4" mb="sm">
        {text.specimens}
      </Title>
      {query.isPending && <LoadingState label={text.loadingTheSpecimens} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
        <section className={classes.scroll} tabIndex={0} aria-label={text.tableOfSpecimens}>
          <Table verticalSpacing={8} miw={560} data-testid="study-specimens">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{text.specimen}</Table.Th>
                <Table.Th>{text.readings}</Table.Th>
                <Table.Th>{text.model}</Table.Th>
                <Table.Th>{text.spread}</Table.Th>
                <Table.Th>{text.value}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {query.data.items.map((specimen) => (
                <Row key={specimen.specimen_id} {...props} specimen={specimen} />
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
    </Paper>
  );
}

function Row(props: {
  readonly studyId: string;
  readonly mayDecide: boolean;
  readonly specimen: StudySpecimen;
}) {
  const { identifier, given, wanted, revealed } = props.specimen;
  const percent = (value: number | null | undefined) =>
    value === null || value === undefined ? NO_VALUE : `${formatNumber(value, 1)} %`;
  return (
    <Table.Tr>
      <Table.Td>{identifier}</Table.Td>
      <Table.Td>
        {revealed === null ? (
          fill(text.ofIn, { given, wanted })
        ) : (
          <ul style={{ margin: 0, paddingInlineStart: 16 }}>
            {revealed.readings.map(({ reader, repeat, percent: value }) => (
              <li key={`${reader}-${repeat}`}>
                {reader}: {percent(value)}
              </li>
            ))}
          </ul>
        )}
      </Table.Td>
      <Table.Td>{percent(revealed?.model?.percent)}</Table.Td>
      <Table.Td>
        {revealed === null || revealed.spread === null ? NO_VALUE : formatNumber(revealed.spread, 1)}
      </Table.Td>
      <Table.Td>
        {percent(revealed?.value)}
        {revealed?.is_disputed === true && (
          <Stack gap={4} align="flex-start">
            <Badge variant="outline">
              {revealed.adjudications.length > 0 ? text.decided : text.toBeDecided}
            </Badge>
            {revealed.adjudications.map(
              ({ percent: value, reason, adjudicated_by: by, adjudicated_at: at }) => (
                <Text key={at} size="xs">
                  {fill(text.by, { value: percent(value), by, reason })}
                </Text>
              ),
            )}
            {props.mayDecide && (
              <Decision
                key={revealed.adjudications.length}
                studyId={props.studyId}
                specimen={props.specimen}
              />
            )}
          </Stack>
        )}
        {props.mayDecide && revealed !== null && revealed.value !== null && (
          <ReportValue key={revealed.value} studyId={props.studyId} specimen={props.specimen} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Takes the value over into the record of the specimen, from where series and reports have it. */
function ReportValue({ studyId, specimen }: { studyId: string; specimen: StudySpecimen }) {
  const mutation = useMutation({ mutationFn: reportValue });
  if (mutation.isSuccess) return <Text size="xs">{text.reportedAsPercentShear}</Text>;
  return (
    <>
      <Button
        variant="default"
        h={44}
        mt={4}
        display="block"
        aria-label={fill(text.reportThisValueOf, { identifier: specimen.identifier })}
        loading={mutation.isPending}
        onClick={() => mutation.mutate({ studyId, specimenId: specimen.specimen_id })}
      >
        {text.reportThisValue}
      </Button>
      {mutation.error !== null && <ErrorState error={mutation.error} />}
    </>
  );
}

function Decision({ studyId, specimen }: { studyId: string; specimen: StudySpecimen }) {
  const [percent, setPercent] = useState<number | string>('');
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: adjudicate,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: studyKeys.one(studyId) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const decided = numberFromInput(percent);
    if (decided === null || reason.trim() === '') return;
    const specimenId = specimen.specimen_id;
    mutation.mutate({ studyId, specimenId, percent: decided, reason: reason.trim() });
  };
  return (
    <form onSubmit={submit} aria-label={fill(text.decide, { identifier: specimen.identifier })}>
      <Group align="flex-end" gap="xs">
        <NumberInput
          label={text.percentShear}
          value={percent}
          onChange={setPercent}
          min={0}
          max={100}
          clampBehavior="strict"
          w={130}
          required
        />
        <Textarea
          label={text.why}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={1}
          required
        />
        <Button type="submit" h={44} loading={mutation.isPending}>
          {text.decide2}
        </Button>
      </Group>
      {mutation.error !== null && <ErrorState error={mutation.error} />}
    </form>
  );
}
