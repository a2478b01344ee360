import { Badge, Group, List, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import type { AcceptanceVerdict } from '@mlmcsc/contracts';
import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { fill, fillCount } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { acceptanceQuery } from '../api/series-requests.ts';
import { findingText, retestFindingText, retestText } from '../series-text.ts';
import { text } from '../texts/text.ts';

/** Whether the specimens fulfil what their specification asks. */
export function AcceptancePanel({ seriesId }: { seriesId: string }) {
  const query = useQuery(acceptanceQuery(seriesId));
  return (
    <Paper withBorder p="md" component="section" aria-label={text.acceptance}>
      <Group gap="sm" mb="sm">
        <Title order={2} size="h4">
          {text.acceptance}
        </Title>
        {query.data !== undefined && <Verdict passes={query.data.passes} />}
      </Group>
      {query.isPending && <LoadingState label={text.judgingTheSeries} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Findings verdict={query.data} />}
    </Paper>
  );
}

/** Passes, fails, or cannot be said. */
export function Verdict({ passes }: { passes: boolean | null }) {
  const [color, words] =
    passes === null ? ['gray', text.cannotBeSaidYet] : passes ? ['teal', text.passes] : ['red', text.fails];
  return (
    <Badge color={color} variant="light" radius="sm" tt="none" size="lg" data-testid="verdict">
      {words}
    </Badge>
  );
}

const ICONS = {
  passes: {
    color: 'teal',
    Icon: IconCheck,
    get text() {
      return text.fulfilled;
    },
  },
  fails: {
    color: 'red',
    Icon: IconX,
    get text() {
      return text.notFulfilled;
    },
  },
  open: {
    color: 'gray',
    Icon: IconQuestionMark,
    get text() {
      return text.valuesAreMissing;
    },
  },
} as const;

/** Each requirement with what was found. */
export function Findings({ verdict }: { verdict: AcceptanceVerdict }) {
  const { retest } = verdict;
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {rich(text.judged, {
          clause: verdict.clause,
          count: verdict.judged.length,
          count2: fillCount(text.specimens, verdict.judged.length),
          count3:
            verdict.left_out.length > 0 &&
            fill(text.leftOutAsAbnormal, { leftOut: verdict.left_out.join(', ') }),
        })}
      </Text>
      <FindingList
        findings={verdict.findings.map((finding) => ({
          ...{ key: `${finding.property} ${finding.requirement}`, text: findingText(finding) },
          ...{ passes: finding.passes, specimens: finding.specimens },
        }))}
      />
      {retest !== undefined && (
        <section aria-label={text.retest} data-testid="retest" data-state={retest.state}>
          <Title order={3} size="h5" mt="md">
            {text.retest}
          </Title>
          <Text size="sm" c="dimmed">
            {retest.clause}
          </Text>
          <Text my="xs">{retestText(retest)}</Text>
          <FindingList
            findings={retest.findings.map((finding) => ({
              ...{ key: `${finding.property} ${finding.requirement}`, text: retestFindingText(finding) },
              ...{ passes: finding.passes, specimens: finding.specimens },
            }))}
          />
        </section>
      )}
    </>
  );
}

interface ListedFinding {
  readonly key: string;
  readonly text: string;
  readonly passes: boolean | null;
  readonly specimens: readonly string[];
}

function FindingList({ findings }: { findings: readonly ListedFinding[] }) {
  return (
    <List spacing="xs" center listStyleType="none">
      {findings.map(({ key, text, passes, specimens }) => {
        const { color, Icon, text: state } = ICONS[passes === null ? 'open' : passes ? 'passes' : 'fails'];
        return (
          <List.Item
            key={key}
            icon={
              <ThemeIcon color={color} variant="light" size={26} radius="xl" role="img" aria-label={state}>
                <Icon size={16} aria-hidden />
              </ThemeIcon>
            }
          >
            {text}
            {specimens.length > 0 && (
              <Text size="sm" c="dimmed">
                {specimens.join(', ')}
              </Text>
            )}
          </List.Item>
        );
      })}
    </List>
  );
}
