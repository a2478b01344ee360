import { Group, Text } from '@mantine/core';
import type { Report } from '@mlmcsc/contracts';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import classes from './reports.module.css';
import { StateBadge } from './state-badge.tsx';

/** Reports to choose from. */
export function ReportRows({
  reports,
  isInSeries = false,
}: {
  reports: readonly Report[];
  isInSeries?: boolean;
}) {
  return (
    <ul className={classes.list} data-testid="report-list">
      {reports.map((report) => (
        <li key={report.id} className={classes.row} data-testid="report-row">
          <Group gap="xs">
            <Link to="/reports/$id" params={{ id: report.id }} className={classes.link ?? ''}>
              Report {report.number}, version {report.version}
            </Link>
            <StateBadge state={report.state} />
          </Group>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {isInSeries ? (report.signature?.statement ?? report.supersedes_reason) : report.series_name}
          </Text>
          <Text size="sm" c="dimmed">
            {report.signature === null
              ? `made by ${report.made_by}, ${formatInstant(report.made_at)}`
              : `signed by ${report.signature.signed_by}, ${formatInstant(report.signature.signed_at)}`}
          </Text>
        </li>
      ))}
    </ul>
  );
}
