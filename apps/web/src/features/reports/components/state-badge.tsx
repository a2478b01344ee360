import { Badge } from '@mantine/core';
import type { ReportState } from '@mlmcsc/contracts';
import { STATES } from '../report-text.ts';

/** Whether a report is a draft, in force, or not any more. */
export function StateBadge({ state }: { state: ReportState }) {
  const { title, color } = STATES[state];
  return (
    <Badge color={color} variant="light" radius="sm" tt="none" data-testid="report-state">
      {title}
    </Badge>
  );
}
