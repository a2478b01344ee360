import { Badge } from '@mantine/core';
import type { AnalysisStatus } from '@mlmcsc/contracts';
import { text } from '../texts/text.ts';

const STATUS: Readonly<Record<AnalysisStatus, { label: string; color: string }>> = {
  ok: {
    get label() {
      return text.measured;
    },
    color: 'teal',
  },
  poor: {
    get label() {
      return text.unfitPicture;
    },
    color: 'orange',
  },
  'no-face': {
    get label() {
      return text.noFaceFound;
    },
    color: 'gray',
  },
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
