import { List, Text } from '@mantine/core';
import type { Report } from '@mlmcsc/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { seriesReportsQuery } from '../api/report-requests.ts';
import { text } from '../texts/text.ts';
import { StateBadge } from './state-badge.tsx';

/** All versions of a report and what happened to each. */
export function ReportHistory({ report }: { report: Report }) {
  const query = useQuery(seriesReportsQuery(report.series_id));
  const versions = (query.data ?? []).filter(({ number }) => number === report.number);
  return (
    <Section title={text.versions} description={text.aReportIsNever}>
      {query.isPending && <LoadingState label={text.loadingTheVersions} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <List listStyleType="none" spacing="md" data-testid="versions">
        {versions.map((one) => (
          <List.Item key={one.id} data-testid="version">
            {one.id === report.id ? (
              <b>{fill(text.versionThisOne, { version: one.version })}</b>
            ) : (
              <Link to="/reports/$id" params={{ id: one.id }} className="text-link">
                {fill(text.version, { version: one.version })}
              </Link>
            )}{' '}
            <StateBadge state={one.state} />
            {eventsOf(one).map((event) => (
              <Text key={event} size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {event}
              </Text>
            ))}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function eventsOf(report: Report): readonly string[] {
  const { signature, superseded_by: next, discarded } = report;
  return [
    fill(text.writtenDownBy, { madeBy: report.made_by, madeAt: formatInstant(report.made_at) }),
    ...(report.supersedes_reason === null
      ? []
      : [fill(text.replacesTheOneBefore, { supersedesReason: report.supersedes_reason })]),
    ...(signature === null
      ? []
      : [
          fill(text.signedBy, {
            signedBy: signature.signed_by,
            signedAt: formatInstant(signature.signed_at),
          }),
        ]),
    ...(discarded === null
      ? []
      : [
          fill(text.discardedBy, {
            discardedBy: discarded.discarded_by,
            discardedAt: formatInstant(discarded.discarded_at),
            reason: discarded.reason,
          }),
        ]),
    ...(next === null
      ? []
      : [fill(text.supersededByVersion, { version: next.version, signedAt: formatInstant(next.signed_at) })]),
  ];
}
