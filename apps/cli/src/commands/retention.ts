import {
  type RetentionKind,
  type RetentionPolicy,
  type RetentionPreview,
  retentionKinds,
  toJsonNames,
} from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { operator } from './with-laboratory.ts';
import { withRetention } from './with-retention.ts';

const print = (line: string) => {
  process.stdout.write(`${line}\n`);
};

/** `mlmcsc retention show`: in the order in which a run works through them. */
export const showPolicies = (config: Config, { json = false }: { json?: boolean }): Promise<void> =>
  withRetention(config, async (retention) => {
    for (const policy of await retention.listRetentionPolicies()) {
      print(json ? JSON.stringify(toJsonNames(policy)) : lineOf(policy));
    }
  });

/** `mlmcsc retention set`. */
export const setPolicy = (config: Config, kind: string, keepDays: number | null): Promise<void> =>
  withRetention(config, async (retention) => {
    print(lineOf(await retention.changeRetentionPolicy({ kind, keepDays, username: operator })));
  });

/** `mlmcsc retention preview`: removes nothing. */
export const previewRemoval = (
  config: Config,
  { try: tried, json = false }: { try: Partial<Record<RetentionKind, number | null>>; json?: boolean },
): Promise<void> =>
  withRetention(config, async (retention) => {
    const preview = await retention.previewRetention(tried);
    if (json) print(JSON.stringify(shownOf(preview)));
    else printPreview(preview);
  });

/** `mlmcsc retention run`: without `--yes` only the preview. */
export const runRemoval = (config: Config, { yes = false }: { yes?: boolean }): Promise<void> =>
  withRetention(config, async (retention) => {
    if (!yes) {
      printPreview(await retention.previewRetention());
      throw new CommandFailure('Nothing was removed. Add --yes to remove it.', exitCodes.usage);
    }
    const job = await retention.startRetention(operator);
    print(`${job.id}  ${job.kind}  ${job.state}`);
  });

/** As the API shows it. */
const shownOf = ({ at, policies }: RetentionPreview) => ({
  at: at.toISOString(),
  policies: policies.map(({ spared, ...one }) => ({
    ...toJsonNames(one),
    spared: Object.fromEntries(
      Object.entries(spared).map(([why, count]) => [why.replaceAll('-', '_'), count]),
    ),
  })),
});

const daysOf = (days: number | null) => (days === null ? 'for ever' : `${days} days`);

const lineOf = ({ kind, keepDays, changedBy, changedAt }: RetentionPolicy) =>
  `${kind.padEnd(19)}  ${daysOf(keepDays).padEnd(10)}  ${retentionKinds[kind]}` +
  `${changedAt === null ? '' : `  (${changedBy}, ${changedAt.toISOString()})`}`;

function printPreview({ policies }: RetentionPreview): void {
  for (const one of policies) {
    const size = `${one.isEstimate ? 'about ' : ''}${(one.bytes / 1e6).toFixed(1)} MB`;
    const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? '–';
    print(
      `${one.kind.padEnd(19)}  ${daysOf(one.keepDays).padEnd(10)}  ${one.rows} ${one.kind === 'maps' ? 'analyses' : 'pictures'}, ` +
        `${one.objects} objects, ${size}${one.rows === 0 ? '' : `, last used ${day(one.oldest)} to ${day(one.newest)}`}`,
    );
    const spared = Object.entries(one.spared).filter(([, count]) => count > 0);
    if (spared.length > 0) print(`  stay: ${spared.map(([why, count]) => `${count} ${why}`).join(', ')}`);
    if (one.sharedObjects > 0)
      print(`  stay: ${one.sharedObjects} objects that something kept consists of, too`);
  }
}
