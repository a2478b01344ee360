import { List, Text } from '@mantine/core';
import type { Report } from '@mlmcsc/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { seriesReportsQuery } from '../api/report-requests.ts';
import { StateBadge } from './state-badge.tsx';

/** All versions of a report and what happened to each. */
export function ReportHistory({ report }: { report: Report }) {
  const query = useQuery(seriesReportsQuery(report.series_id));
  const versions = (query.data ?? []).filter(({ number }) => number === report.number);
  return (
    <Section title="Versions" description="A report is never changed; a newer version takes its place.">
      {query.isPending && <LoadingState label="Loading the versions…" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <List listStyleType="none" spacing="md" data-testid="versions">
        {versions.map((one) => (
          <List.Item key={one.id} data-testid="version">
            {one.id === report.id ? (
              <b>Version {one.version} (this one)</b>
            ) : (
              <Link to="/reports/$id" params={{ id: one.id }} className="text-link">
                Version {one.version}
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
    `Written down by ${report.made_by}, ${formatInstant(report.made_at)}`,
    ...(report.supersedes_reason === null ? [] : [`Replaces the one before: ${report.supersedes_reason}`]),
    ...(signature === null
      ? []
      : [`Signed by ${signature.signed_by}, ${formatInstant(signature.signed_at)}`]),
    ...(discarded === null
      ? []
      : [
          `Discarded by ${discarded.discarded_by}, ${formatInstant(discarded.discarded_at)}: ${discarded.reason}`,
        ]),
    ...(next === null ? [] : [`Superseded by version ${next.version}, ${formatInstant(next.signed_at)}`]),
  ];
}
