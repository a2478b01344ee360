/**
 * Prints what the audit trail costs: 200 changes a second in their own transactions, with and without an entry, on a
 * PostgreSQL that waits for the disk; then as many as it takes. Run: `node bench/audit.bench.ts`
 */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { verifyAuditTrail, walkAuditTrail } from '@mlmcsc/core';
import { startEmbeddedPostgres } from '@mlmcsc/platform/embedded-postgres';
import { createPool, migrate, PostgresStore } from '@mlmcsc/platform/postgres';
import { silentLog } from '@mlmcsc/platform/testing';

const RATE = 200;
const SECONDS = 10;
const CONNECTIONS = 16;

const folder = await mkdtemp(join(tmpdir(), 'mlmcsc-bench-'));
const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), log: silentLog });
try {
  await migrate(server.url, silentLog);
  const pool = createPool({
    url: server.url,
    applicationName: 'bench',
    maxConnections: CONNECTIONS,
    log: silentLog,
  });
  const store = new PostgresStore(pool);

  const change = async (isAudited: boolean) => {
    await store.transaction(async (rows) => {
      // A row of its own for each change, so that only the trail brings them into a line.
      await rows.models.champion();
      const id = crypto.randomUUID();
      await rows.images.insertOrFind({
        ...{ id, sha256: createHash('sha256').update(id).digest('hex'), fileName: 'a.jpg' },
        ...{
          mediaType: 'image/jpeg',
          sizeBytes: 1,
          widthPx: 1,
          heightPx: 1,
          displayKey: '',
          thumbnailKey: '',
        },
        ...{
          specimen: null,
          heat: null,
          widthMm: null,
          pxPerMm: null,
          uploadedBy: 'eve',
          uploadedAt: new Date(),
        },
      });
      if (isAudited) {
        await rows.audit.append({
          action: 'job.started',
          actor: 'eve',
          subject: { kind: 'job', id: 'x' },
          details: { kind: 'analysis.batch.v1', total: 1 },
        });
      }
    });
  };

  const paced = async (isAudited: boolean) => {
    const times: number[] = [];
    const running: Promise<void>[] = [];
    const begun = performance.now();
    for (let index = 0; index < RATE * SECONDS; index += 1) {
      const due = begun + (index * 1000) / RATE;
      const wait = due - performance.now();
      if (wait > 0) await delay(wait);
      running.push(change(isAudited).then(() => void times.push(performance.now() - due)));
    }
    await Promise.all(running);
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * (times.length - 1))]?.toFixed(1);
    const name = isAudited ? 'audited' : 'plain  ';
    process.stdout.write(`${RATE}/s ${name}  median ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms\n`);
  };

  const flatOut = async (isAudited: boolean) => {
    const count = 3_000;
    const begun = performance.now();
    await Promise.all(
      Array.from({ length: CONNECTIONS }, async () => {
        for (let index = 0; index < count / CONNECTIONS; index += 1) await change(isAudited);
      }),
    );
    const rate = count / ((performance.now() - begun) / 1000);
    process.stdout.write(`flat out ${isAudited ? 'audited' : 'plain  '}  ${rate.toFixed(0)}/s\n`);
  };

  for (const isAudited of [false, true, false, true]) await paced(isAudited);
  for (const isAudited of [false, true]) await flatOut(isAudited);
  const begun = performance.now();
  const { entries, broken } = await verifyAuditTrail(walkAuditTrail(store.rows.audit));
  const seconds = (performance.now() - begun) / 1000;
  process.stdout.write(
    `verified ${entries} entries in ${seconds.toFixed(2)} s (${(entries / seconds).toFixed(0)}/s), ${broken === null ? 'unbroken' : 'BROKEN'}\n`,
  );
  await pool.end();
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
