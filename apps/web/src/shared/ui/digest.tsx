import { Tooltip } from '@mantine/core';
import { shortDigest } from '../format/format-value.ts';

/** The beginning of a digest; all of it on hover and for screen readers. */
export function Digest({ value }: { value: string }) {
  return (
    <Tooltip label={value} multiline maw={360} style={{ overflowWrap: 'anywhere' }}>
      <code title={value} style={{ fontSize: '0.9em' }}>
        {shortDigest(value)}
      </code>
    </Tooltip>
  );
}
