import { Text } from '@mantine/core';
import type { BackupRun, Operations } from '@mlmcsc/contracts';
import { formatAgo } from '../../../shared/format/format-time.ts';
import { formatBytes, formatDuration } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { intervalText } from '../operations-text.ts';
import { text } from '../texts/text.ts';
import { Facts } from './facts.tsx';

/** Age, result and size of the newest backup, and of the newest proof that one can be restored. */
export function BackupPanel({ at, backups }: Pick<Operations, 'at' | 'backups'>) {
  const { plan, backup, verification } = backups;
  return (
    <Section title={text.backups}>
      <Facts
        facts={[
          [
            text.plan,
            plan === null
              ? text.noPlan
              : fill(text.planned, {
                  every: intervalText(plan.every_seconds),
                  proven: intervalText(plan.proved_every_seconds),
                }),
          ],
          [text.newestBackup, <Runs key="backup" at={at} runs={backup} />],
          [text.newestProof, <Runs key="proof" at={at} runs={verification} />],
        ]}
      />
    </Section>
  );
}

function Runs(props: { readonly at: string; readonly runs: Operations['backups']['backup'] }) {
  const { at, runs } = props;
  const { newest, newest_good: good } = runs;
  if (newest === null) return text.noneYet;
  const before = good === null ? text.noneSucceeded : runText(good, at);
  if (newest.failure === null) return before;
  return (
    <>
      <Text c="red" span>
        {fill(text.runFailed, { ago: formatAgo(newest.finished_at, at), failure: newest.failure })}
      </Text>{' '}
      {good === null ? before : fill(text.before, { run: before })}
    </>
  );
}

function runText({ finished_at, duration_seconds, size_bytes }: BackupRun, at: string): string {
  const ago = formatAgo(finished_at, at);
  const duration = formatDuration(1000 * duration_seconds);
  if (size_bytes === null) return fill(text.run, { ago, duration });
  return fill(text.runWithSize, { ago, duration, size: formatBytes(size_bytes) });
}
