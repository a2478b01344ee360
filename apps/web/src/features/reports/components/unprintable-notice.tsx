import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { text } from '../texts/text.ts';

const mostShown = 12;

/** Which letters paper cannot show; to be read before somebody signs. */
export function UnprintableNotice({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return null;
  const letters = codes
    .slice(0, mostShown)
    .map((code) =>
      fill(text.as, { code: String.fromCodePoint(Number.parseInt(code.slice(2), 16)), code2: code }),
    );
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconAlertTriangle />}
      title={text.someLettersCannotBe}
      data-testid="unprintable"
    >
      {rich(text.onPaperTheyStand, {
        letters: letters.join(', '),
        count: codes.length > mostShown && fill(text.andMore, { count: codes.length - mostShown }),
      })}
    </Alert>
  );
}
