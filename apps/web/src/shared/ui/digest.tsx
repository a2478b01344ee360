import { shortDigest } from '../format/format-value.ts';

/** The beginning of a digest; all of it on hover. */
export function Digest({ value }: { value: string }) {
  return (
    <code title={value} style={{ fontSize: '0.9em' }}>
      {shortDigest(value)}
    </code>
  );
}
