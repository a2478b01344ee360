import { Badge } from '@mantine/core';
import type { AnalysisStatus } from '@mlmcsc/contracts';

const STATUS: Readonly<Record<AnalysisStatus, { label: string; color: string }>> = {
  ok: { label: 'Measured', color: 'teal' },
  poor: { label: 'Unfit picture', color: 'orange' },
  'no-face': { label: 'No face found', color: 'gray' },
};

/** Outcome of an analysis in the words of the laboratory. */
export function StatusBadge({ status }: { status: AnalysisStatus }) {
  const { label, color } = STATUS[status];
  return (
    <Badge color={color} variant="light" radius="sm" tt="none" data-status={status}>
      {label}
    </Badge>
  );
}
