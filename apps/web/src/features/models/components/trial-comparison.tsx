import { Alert, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { TrialComparison } from '@mlmcsc/contracts';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { formatShare } from '../../../shared/format/format-value.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { comparisonQuery } from '../api/trial-requests.ts';
import { DifferencePicture } from './difference-picture.tsx';
import { PairedTable } from './paired-table.tsx';

/** Both models on the same pictures: what may be said of them first, then the figures. */
export function TrialComparisonPanel({ id }: { id: string }) {
  const query = useQuery(comparisonQuery(id));
  if (query.isPending) return <LoadingState label="Comparing the models…" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Comparison comparison={query.data} />;
}

function Comparison({ comparison }: { comparison: TrialComparison }) {
  const { verdict, overall, bands, confidence } = comparison;
  return (
    <>
      <Alert
        color={verdict.code === 'champion-closer' ? 'orange' : 'petrol'}
        variant="light"
        icon={<IconScale size={20} aria-hidden />}
        title="What the trial shows"
        data-testid="verdict"
        data-code={verdict.code}
      >
        {verdict.text}
      </Alert>
      <Paper withBorder p="md" component="section" aria-label="Comparison" data-testid="comparison">
        <Title order={2} size="h4" mb="sm">
          On the same pictures
        </Title>
        <Stack gap="md">
          <DifferencePicture overall={overall} bands={bands} />
          <PairedTable overall={overall} bands={bands} />
          <Text size="xs" c="dimmed">
            Points of percent shear, challenger less champion, with {formatShare(confidence)} intervals. The
            specimen is the unit: its pictures are averaged first. Bands go by the label; without one, by the
            mean of both answers. Whoever gave a label had seen the answer of the model that answered, which
            pulls the label towards it. The interval is meant for one look, at the end.
          </Text>
        </Stack>
      </Paper>
      <Answers comparison={comparison} />
    </>
  );
}

function Answers({ comparison }: { comparison: TrialComparison }) {
  const { answers, answered_by_challenger: byChallenger, champions, failures, refused } = comparison;
  const oneSided = refused.only_champion + refused.only_challenger;
  return (
    <Paper withBorder p="md" component="section" aria-label="Answers">
      <Title order={2} size="h4" mb="sm">
        Answers
      </Title>
      <List size="sm" spacing={4} withPadding={false} data-testid="answers">
        <List.Item>
          {answers.answered} pictures answered by both, {answers.waiting} waiting, {answers.failed} failed
        </List.Item>
        {byChallenger > 0 && <List.Item>{byChallenger} of them were shown the challenger's answer</List.Item>}
        {refused.both + oneSided > 0 && (
          <List.Item>
            No number from both: {refused.both}, from the champion only: {refused.only_champion}, from the
            challenger only: {refused.only_challenger}; these are in no figure
          </List.Item>
        )}
        {champions.map(({ version, pictures }) => (
          <List.Item key={version}>
            Compared with {version} on {pictures} {pictures === 1 ? 'picture' : 'pictures'}
          </List.Item>
        ))}
        {failures.map(({ error, count }) => (
          <List.Item key={error}>
            Failed {count === 1 ? 'once' : `${count} times`}: {error}
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}
