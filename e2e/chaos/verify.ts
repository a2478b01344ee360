import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { objectKeyOf } from '@mlmcsc/core';
import { parseConfig } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { Client } from 'pg';
import { runMlmcsc } from '../../test/run-program.ts';
import type { TestSystem } from '../../test/services/system.ts';
import type { Ledger } from './ledger.ts';

/** One thing that must hold, and the cases in which it does not. */
export interface Finding {
  readonly claim: string;
  readonly violations: readonly string[];
}

/** Pictures whose bytes are read back. */
const READ_BACK = 50;

/** Waits until no job is left to do, then holds the product's records against what it accepted. */
export async function verify(
  system: TestSystem,
  cookie: string,
  ledger: Ledger,
): Promise<readonly Finding[]> {
  const client = new Client({ connectionString: system.databaseUrl });
  await client.connect();
  const objects = await openObjectStore(parseConfig(system.environment));
  const query = async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows;
  try {
    return [
      { claim: 'every job ends', violations: await untilJobsEnd(query) },
      { claim: 'every accepted picture is there, byte for byte', violations: await checkImages() },
      { claim: 'every accepted analysis is there as it was answered', violations: await checkAnalyses() },
      { claim: 'every accepted label is there once, none twice', violations: await checkLabels() },
      { claim: 'every accepted batch ran once, to its end', violations: await checkJobs() },
      { claim: 'every label is in the audit trail once', violations: await checkAudit() },
      { claim: 'the chain of the audit trail is whole', violations: await checkCommand('audit', 'verify') },
      {
        claim: 'no row without its object, no object without a row',
        violations: await checkCommand('doctor'),
      },
    ];
  } finally {
    await client.end();
  }

  async function checkImages(): Promise<readonly string[]> {
    const rows = await query<{ id: string; sha256: string }>('select id, sha256 from images');
    const stored = new Map(rows.map(({ id, sha256 }) => [id, sha256]));
    const wrong = [...ledger.images].filter(([id, sha256]) => stored.get(id) !== sha256);
    const damaged: string[] = [];
    for (const [id, sha256] of [...ledger.images].slice(-READ_BACK)) {
      const answer = await fetch(`${system.url}/api/v1/images/${id}/content`, { headers: { cookie } });
      await answer.arrayBuffer();
      if (!answer.ok) damaged.push(`picture ${id} is not shown: ${answer.status}`);
      const bytes = await objects.get(objectKeyOf(sha256)).catch((error: unknown) => String(error));
      if (typeof bytes === 'string' || createHash('sha256').update(bytes).digest('hex') !== sha256) {
        damaged.push(`the object of picture ${id} is damaged or missing`);
      }
    }
    return [...wrong.map(([id]) => `picture ${id} is missing or another`), ...damaged];
  }

  async function checkAnalyses(): Promise<readonly string[]> {
    const rows = await query<{ id: string; image_id: string; shear_percent: number | null }>(
      'select id, image_id, shear_percent from analyses',
    );
    const stored = new Map(rows.map((row) => [row.id, row]));
    return [...ledger.analyses].flatMap(([id, { imageId, shearPercent }]) => {
      const row = stored.get(id);
      if (row === undefined) return [`analysis ${id} is missing`];
      return row.image_id === imageId && row.shear_percent === shearPercent
        ? []
        : [`analysis ${id} says ${row.shear_percent}, was answered as ${shearPercent}`];
    });
  }

  async function checkLabels(): Promise<readonly string[]> {
    const rows = await query<{ notes: string; n: number }>(
      'select notes, count(*)::int n from labels where notes is not null group by notes',
    );
    const counts = new Map(rows.map(({ notes, n }) => [notes, n]));
    const wrong = [...ledger.labels].flatMap(([notes, accepted]) => {
      const count = counts.get(notes) ?? 0;
      const fine = accepted ? count === 1 : count <= 1;
      return fine ? [] : [`label "${notes}" is there ${count} times`];
    });
    const unknown = rows.filter(({ notes }) => !ledger.labels.has(notes));
    return [...wrong, ...unknown.map(({ notes }) => `label "${notes}" was never sent`)];
  }

  async function checkJobs(): Promise<readonly string[]> {
    const jobs = await query<{ id: string; state: string; done: number; failed: number }>(
      `select id, state, done, failed from jobs where kind = 'analysis.batch.v1'`,
    );
    const stored = new Map(jobs.map((job) => [job.id, job]));
    const wrong = [...ledger.jobs].flatMap(([id, imageIds]) => {
      const job = stored.get(id);
      if (job === undefined) return [`batch ${id} is missing`];
      const isWhole = job.state === 'completed' && job.done === imageIds.length && job.failed === 0;
      return isWhole ? [] : [`batch ${id} is ${job.state} with ${job.done} done, ${job.failed} failed`];
    });
    const more = jobs.filter(({ id }) => !ledger.jobs.has(id)).map(({ id }) => `batch ${id} was made twice`);
    const doubled = await query<{ image_id: string; n: number }>(
      'select image_id, count(*)::int n from analyses group by image_id, model_digest, pipeline_version having count(*) > 1',
    );
    return [
      ...wrong,
      ...more,
      ...doubled.map(({ image_id, n }) => `picture ${image_id} has ${n} analyses of one model`),
    ];
  }

  async function checkAudit(): Promise<readonly string[]> {
    const rows = await query<{ label_id: string; n: number }>(
      `select labels.id label_id, count(audit_log.*)::int n from labels
       left join audit_log on audit_log.action = 'label.submitted' and audit_log.details ->> 'label_id' = labels.id::text
       group by labels.id having count(audit_log.*) <> 1`,
    );
    return rows.map(({ label_id, n }) => `label ${label_id} is recorded ${n} times`);
  }

  async function checkCommand(...args: string[]): Promise<readonly string[]> {
    const { code, stdout, stderr } = await runMlmcsc(args, { environment: system.environment });
    return code === 0 ? [] : [`mlmcsc ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`];
  }
}

const LONGEST_WAIT_MS = 180_000;

async function untilJobsEnd(query: <Row extends object>(sql: string) => Promise<Row[]>): Promise<string[]> {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    const left = await query<{ id: string; kind: string; state: string; error: string | null }>(
      `select id, kind, state, error from jobs where state <> 'completed'`,
    );
    const dead = left.filter(({ state }) => state === 'dead' || state === 'cancelled');
    if (left.length === 0 || performance.now() > deadline || dead.length === left.length) {
      return left.map(({ id, kind, state, error }) => `${kind} ${id} is ${state}: ${error ?? 'no error'}`);
    }
    await delay(500);
  }
}
