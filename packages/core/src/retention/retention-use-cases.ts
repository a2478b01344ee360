import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import type { RetentionKind, RetentionPolicy } from '../ports/retention.ts';
import type { Dependencies } from '../use-cases/dependencies.ts';
import { enqueue, findJob, newJob } from '../use-cases/job-use-cases.ts';
import { createHoldUseCases } from './hold-use-cases.ts';
import { previewRetention } from './preview-retention.ts';
import { fewestKeepDays, isRetentionKind, mostKeepDays, retentionKinds } from './retention-kinds.ts';
import type { RetentionUseCases } from './retention-types.ts';

/** How long pictures are kept. */
export function createRetentionUseCases(
  dependencies: Pick<Dependencies, 'store' | 'objects' | 'clock' | 'ids' | 'traces'>,
): RetentionUseCases {
  const { store, clock } = dependencies;
  return {
    ...createHoldUseCases(dependencies),
    listRetentionPolicies: () => store.rows.retention.policies(),
    getRetentionPolicy: async (kind) => store.rows.retention.readPolicy(knownKind(kind)),
    changeRetentionPolicy: ({ kind, keepDays, replaces, username }) =>
      store.transaction(async (rows) => {
        const known = knownKind(kind);
        assertDays(keepDays);
        const from = await rows.retention.readPolicy(known);
        const change = { keepDays, by: username, at: clock.now(), replaces };
        const to = await rows.retention.changePolicy(known, change);
        if (to === null) throw changed();
        await rows.audit.append({
          action: 'retention.policy-changed',
          actor: username,
          subject: { kind: 'retention-policy', id: known },
          details: { from: daysOf(from), to: daysOf(to) },
        });
        return to;
      }),
    previewRetention(instead = {}) {
      for (const days of Object.values(instead)) assertDays(days);
      return previewRetention(dependencies, instead);
    },
    startRetention: (username) =>
      store.transaction(async (rows) => {
        const wanted = newJob(dependencies, 'maintenance.retention.v1', username);
        const { job, created } = await rows.jobs.insertUnlessPending(wanted);
        if (created) {
          await enqueue(rows, job);
          await rows.audit.append({
            action: 'job.started',
            actor: username,
            subject: { kind: 'job', id: job.id },
            details: { kind: job.kind, total: 0 },
          });
        }
        return findJob(rows, job.id);
      }),
  };
}

/** @throws NotFound `retention-policy-not-found` */
function knownKind(kind: string): RetentionKind {
  if (isRetentionKind(kind)) return kind;
  throw new NotFound(
    'retention-policy-not-found',
    `There is no policy ${kind}; there are ${Object.keys(retentionKinds).join(', ')}.`,
  );
}

/** @throws InvalidInput `retention-days-invalid` */
function assertDays(days: number | null): void {
  if (days === null || (Number.isInteger(days) && days >= fewestKeepDays && days <= mostKeepDays)) return;
  throw new InvalidInput(
    'retention-days-invalid',
    `Keep for ${fewestKeepDays} to ${mostKeepDays} whole days, or for ever.`,
  );
}

const changed = () => new Conflict('precondition-failed', 'The policy was changed meanwhile. Read it again.');

const daysOf = ({ keepDays }: RetentionPolicy) => (keepDays === null ? 'for ever' : `${keepDays} days`);
