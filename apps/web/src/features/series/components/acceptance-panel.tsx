import { Badge, Group, List, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import type { AcceptanceVerdict } from '@mlmcsc/contracts';
import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { acceptanceQuery } from '../api/series-requests.ts';
import { findingText } from '../series-text.ts';

/** Whether the specimens fulfil what their specification asks. */
export function AcceptancePanel({ seriesId }: { seriesId: string }) {
  const query = useQuery(acceptanceQuery(seriesId));
  return (
    <Paper withBorder p="md" component="section" aria-label="Acceptance">
      <Group gap="sm" mb="sm">
        <Title order={2} size="h4">
          Acceptance
        </Title>
        {query.data !== undefined && <Verdict passes={query.data.passes} />}
      </Group>
      {query.isPending && <LoadingState label="Judging the series…" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Findings verdict={query.data} />}
    </Paper>
  );
}

/** Passes, fails, or cannot be said. */
export function Verdict({ passes }: { passes: boolean | null }) {
  const [color, text] =
    passes === null ? ['gray', 'Cannot be said yet'] : passes ? ['teal', 'Passes'] : ['red', 'Fails'];
  return (
    <Badge color={color} variant="light" radius="sm" tt="none" size="lg" data-testid="verdict">
      {text}
    </Badge>
  );
}

const ICONS = {
  passes: { color: 'teal', Icon: IconCheck, text: 'fulfilled' },
  fails: { color: 'red', Icon: IconX, text: 'not fulfilled' },
  open: { color: 'gray', Icon: IconQuestionMark, text: 'values are missing' },
} as const;

/** Each requirement with what was found. */
export function Findings({ verdict }: { verdict: AcceptanceVerdict }) {
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {verdict.clause}; {verdict.judged.length} {verdict.judged.length === 1 ? 'specimen' : 'specimens'}{' '}
        judged
        {verdict.left_out.length > 0 && `, left out as abnormal: ${verdict.left_out.join(', ')}`}
      </Text>
      <List spacing="xs" center listStyleType="none">
        {verdict.findings.map((finding) => {
          const state = finding.passes === null ? 'open' : finding.passes ? 'passes' : 'fails';
          const { color, Icon, text } = ICONS[state];
          return (
            <List.Item
              key={`${finding.property} ${finding.requirement}`}
              icon={
                <ThemeIcon color={color} variant="light" size={26} radius="xl" role="img" aria-label={text}>
                  <Icon size={16} aria-hidden />
                </ThemeIcon>
              }
            >
              {findingText(finding)}
              {finding.specimens.length > 0 && (
                <Text size="sm" c="dimmed">
                  {finding.specimens.join(', ')}
                </Text>
              )}
            </List.Item>
          );
        })}
      </List>
    </>
  );
}
