import { Badge, Button, Group, NumberInput, Paper, Stack, Table, Text, Textarea, Title } from '@mantine/core';
import type { StudySpecimen } from '@mlmcsc/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { formatNumber, NO_VALUE } from '../../../shared/format/format-value.ts';
import { numberFromInput } from '../../../shared/format/number-from-input.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { adjudicate, reportValue, studyKeys, studySpecimensQuery } from '../api/study-requests.ts';
import classes from './studies.module.css';

/** The specimens of a study; readings only of those that everybody has read. */
export function StudySpecimensPanel(props: { readonly studyId: string; readonly mayDecide: boolean }) {
  const query = useQuery(studySpecimensQuery(props.studyId));
  return (
    <Paper withBorder p="md" component="section" aria-label="Specimens">
      <Title order={2} size="h4" mb="sm">
        Specimens
      </Title>
      {query.isPending && <LoadingState label="Loading the specimens…" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
        <section className={classes.scroll} tabIndex={0} aria-label="Table of specimens">
          <Table verticalSpacing={8} miw={560} data-testid="study-specimens">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Specimen</Table.Th>
                <Table.Th>Readings</Table.Th>
                <Table.Th>Model</Table.Th>
                <Table.Th>Spread</Table.Th>
                <Table.Th>Value</Table.Th>
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
          `${given} of ${wanted} in`
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
            <Badge variant="outline">{revealed.adjudications.length > 0 ? 'decided' : 'to be decided'}</Badge>
            {revealed.adjudications.map(
              ({ percent: value, reason, adjudicated_by: by, adjudicated_at: at }) => (
                <Text key={at} size="xs">
                  {percent(value)} by {by}: {reason}
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
  if (mutation.isSuccess) return <Text size="xs">Reported as percent shear of the specimen.</Text>;
  return (
    <>
      <Button
        variant="default"
        h={44}
        mt={4}
        display="block"
        aria-label={`Report this value of ${specimen.identifier}`}
        loading={mutation.isPending}
        onClick={() => mutation.mutate({ studyId, specimenId: specimen.specimen_id })}
      >
        Report this value
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
    <form onSubmit={submit} aria-label={`Decide ${specimen.identifier}`}>
      <Group align="flex-end" gap="xs">
        <NumberInput
          label="Percent shear"
          value={percent}
          onChange={setPercent}
          min={0}
          max={100}
          clampBehavior="strict"
          w={130}
          required
        />
        <Textarea
          label="Why"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={1}
          required
        />
        <Button type="submit" h={44} loading={mutation.isPending}>
          Decide
        </Button>
      </Group>
      {mutation.error !== null && <ErrorState error={mutation.error} />}
    </form>
  );
}
