import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

const mostShown = 12;

/** Which letters paper cannot show; to be read before somebody signs. */
export function UnprintableNotice({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return null;
  const letters = codes
    .slice(0, mostShown)
    .map((code) => `${String.fromCodePoint(Number.parseInt(code.slice(2), 16))} as [${code}]`);
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconAlertTriangle />}
      title="Some letters cannot be printed"
      data-testid="unprintable"
    >
      On paper they stand as their Unicode numbers: {letters.join(', ')}
      {codes.length > mostShown && ` and ${codes.length - mostShown} more`}. The document keeps the letters.
    </Alert>
  );
}
