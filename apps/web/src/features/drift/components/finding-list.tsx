import { Badge, Group, Stack, Text } from '@mantine/core';
import type { DriftFinding } from '@mlmcsc/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { inSentence } from '../../../shared/language/language.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { acknowledgeFinding, driftKeys, pastFindingsQuery } from '../api/drift-requests.ts';
import { signalName } from '../drift-text.ts';
import { text } from '../texts/text.ts';
import { ReasonForm } from './reason-form.tsx';

/** What has left what is usual and has not come back. */
export function OpenFindings({
  findings,
  mayAcknowledge,
}: {
  findings: readonly DriftFinding[];
  mayAcknowledge: boolean;
}) {
  return (
    <Section title={text.openFindings}>
      {findings.length === 0 && <Text c="dimmed">{text.nothingDrifts}</Text>}
      {findings.map((finding) => (
        <Finding key={finding.id} finding={finding} mayAcknowledge={mayAcknowledge} />
      ))}
    </Section>
  );
}

/** What was found before. */
export function PastFindings() {
  const past = useQuery(pastFindingsQuery);
  return (
    <Section title={text.pastFindings}>
      {past.isPending && <LoadingState label={text.loadingTheFindings} />}
      {past.isError && <ErrorState error={past.error} onRetry={() => void past.refetch()} />}
      {past.data?.length === 0 && <Text c="dimmed">{text.noneYet}</Text>}
      {past.data?.map((finding) => (
        <Finding key={finding.id} finding={finding} mayAcknowledge={false} />
      ))}
    </Section>
  );
}

function Finding({ finding, mayAcknowledge }: { finding: DriftFinding; mayAcknowledge: boolean }) {
  const queryClient = useQueryClient();
  const acknowledge = useMutation({
    mutationFn: acknowledgeFinding,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: driftKeys.all }),
  });
  const isOpen = finding.state === 'open';
  return (
    <Stack gap={6} data-testid="finding" data-signal={finding.signal}>
      <Group gap="sm">
        <Text fw={600} style={{ flex: '1 1 260px' }}>
          {finding.summary}
        </Text>
        {isOpen && finding.acknowledged_at !== null && (
          <Badge color="gray" variant="light" radius="sm" tt="none">
            {text.acknowledged}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {rich(text.since, {
          since: formatInstant(finding.since),
          analysisId: finding.analysis_id !== null && (
            <>
              {text.seenWith}
              <Link to="/analyses/$id" params={{ id: finding.analysis_id }} className="text-link">
                {text.thisPicture}
              </Link>
            </>
          ),
          endedAt:
            finding.ended_at !== null &&
            fill(text.over, {
              endedAt: formatInstant(finding.ended_at),
              endedBy: finding.ended_by === 'steady' ? text.byItself : text.byANewReference,
            }),
        })}
      </Text>
      {isOpen && <Text size="sm">{finding.advice}</Text>}
      {finding.acknowledgement !== null && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {finding.acknowledged_by}: {finding.acknowledgement}
        </Text>
      )}
      {isOpen && finding.acknowledged_at === null && mayAcknowledge && (
        <ReasonForm
          label={fill(text.whatItWas, { name: inSentence(signalName(finding)) })}
          action={text.acknowledge}
          isPending={acknowledge.isPending}
          error={acknowledge.error}
          onSubmit={(reason) => acknowledge.mutate({ id: finding.id, reason })}
        />
      )}
    </Stack>
  );
}
