import { Group, Text } from '@mantine/core';
import type { Report } from '@mlmcsc/contracts';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { text } from '../texts/text.ts';
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
              {fill(text.reportVersion, { number: report.number, version: report.version })}
            </Link>
            <StateBadge state={report.state} />
          </Group>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {isInSeries ? (report.signature?.statement ?? report.supersedes_reason) : report.series_name}
          </Text>
          <Text size="sm" c="dimmed">
            {report.signature === null
              ? fill(text.madeBy, { madeBy: report.made_by, madeAt: formatInstant(report.made_at) })
              : fill(text.signedBy2, {
                  signedBy: report.signature.signed_by,
                  signedAt: formatInstant(report.signature.signed_at),
                })}
          </Text>
        </li>
      ))}
    </ul>
  );
}
