import { Health, type HealthCheck } from '@mlmcsc/contracts';
import { DomainError, settleWithin } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';

/** Whether requests can be carried out now: database, objects, champion. */
export const getReadiness: Endpoint = (app, { store, objects, useCases, checkCache, isClosing }) => {
  app.get(
    '/readyz',
    {
      config: { rateLimit: false },
      schema: {
        operationId: 'getReadiness',
        tags: ['health'],
        summary: 'Whether requests can be carried out now',
        description:
          'Checks database, objects and the champion model: send no requests while this fails. `degraded` is ready too: the shared cache is away, so answers take longer and each process counts for itself; or the bucket of the pictures does not answer, so uploads and pictures that are not in memory are refused, and everything else works.',
        response: {
          200: json('Ready, perhaps degraded', Health),
          503: json('Not ready; see the checks', Health),
          ...problems(['internal-error'], 'public', [503]),
        },
      },
    },
    async (_request, reply) => {
      const [required, optional] = await Promise.all([
        Promise.all([
          runCheck('database', () => store.check()),
          runCheck('objects', () => objects.check()),
          runCheck('champion', () => useCases.currentModel()),
        ]),
        Promise.all(checkCache === null ? [] : [runCheck('cache', checkCache)]),
      ]);
      const ok = !isClosing() && required.every((check) => check.ok || isSharedOutage(check));
      const whole = [...required, ...optional].every((check) => check.ok);
      reply.header('cache-control', 'no-store').code(ok ? 200 : 503);
      if (!ok) reply.header('retry-after', '2');
      const status: Health['status'] = ok ? (whole ? 'ok' : 'degraded') : 'unavailable';
      return { status, checks: [...required, ...optional] };
    },
  );
};

/** All replicas share the bucket: taking each of them out of service would end the reads that go on without it. A folder of
 * this machine, or a bucket that refuses just this process, is another matter.
 */
const isSharedOutage = (check: HealthCheck): boolean =>
  check.name === 'objects' && check.detail === 'objects-unavailable';

async function runCheck(name: string, check: () => Promise<unknown>): Promise<HealthCheck> {
  try {
    await settleWithin(check());
    return { name, ok: true };
  } catch (error) {
    return { name, ok: false, detail: error instanceof DomainError ? error.code : 'check-failed' };
  }
}
