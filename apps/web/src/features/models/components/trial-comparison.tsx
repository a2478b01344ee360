import { Alert, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { TrialComparison } from '@mlmcsc/contracts';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { formatShare } from '../../../shared/format/format-value.ts';
import { fill, fillCount } from '../../../shared/language/fill.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { comparisonQuery } from '../api/trial-requests.ts';
import { text } from '../texts/text.ts';
import { DifferencePicture } from './difference-picture.tsx';
import { PairedTable } from './paired-table.tsx';

/** Both models on the same pictures: what may be said of them first, then the figures. */
export function TrialComparisonPanel({ id }: { id: string }) {
  const query = useQuery(comparisonQuery(id));
  if (query.isPending) return <LoadingState label={text.comparingTheModels} />;
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
        title={text.whatTheTrialShows}
        data-testid="verdict"
        data-code={verdict.code}
      >
        {verdict.text}
      </Alert>
      <Paper withBorder p="md" component="section" aria-label={text.comparison} data-testid="comparison">
        <Title order={2} size="h4" mb="sm">
          {text.onTheSamePictures}
        </Title>
        <Stack gap="md">
          <DifferencePicture overall={overall} bands={bands} />
          <PairedTable overall={overall} bands={bands} />
          <Text size="xs" c="dimmed">
            {fill(text.pointsOfPercentShear, { confidence: formatShare(confidence) })}
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
    <Paper withBorder p="md" component="section" aria-label={text.answers}>
      <Title order={2} size="h4" mb="sm">
        {text.answers}
      </Title>
      <List size="sm" spacing={4} withPadding={false} data-testid="answers">
        <List.Item>
          {fill(text.picturesAnsweredByBoth, {
            answered: answers.answered,
            waiting: answers.waiting,
            failed: answers.failed,
          })}
        </List.Item>
        {byChallenger > 0 && <List.Item>{fill(text.ofThemWereShown, { byChallenger })}</List.Item>}
        {refused.both + oneSided > 0 && (
          <List.Item>
            {fill(text.noNumberFromBoth, {
              both: refused.both,
              onlyChampion: refused.only_champion,
              onlyChallenger: refused.only_challenger,
            })}
          </List.Item>
        )}
        {champions.map(({ version, pictures }) => (
          <List.Item key={version}>
            {fill(text.comparedWithOn, { version, pictures, pictures2: fillCount(text.pictures, pictures) })}
          </List.Item>
        ))}
        {failures.map(({ error, count }) => (
          <List.Item key={error}>
            {fill(text.failed, { count: fillCount(text.times, count), error })}
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}
