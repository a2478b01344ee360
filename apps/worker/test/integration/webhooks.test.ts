import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createWebhookUseCases,
  WEBHOOK_RETRY_WAITS_MS,
  type WebhookDeliveryDependencies,
  type WebhookEventType,
} from '@mlmcsc/core';
import { uuidV7 } from '@mlmcsc/platform/system';
import { traceCarrier } from '@mlmcsc/platform/telemetry';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { createSecretBox, GuardedWebhookSender } from '@mlmcsc/platform/webhooks';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSeenLaboratory } from '../../../../test/seen-laboratory.ts';
import { createTestAuthority, type TestAuthority } from '../../../../test/services/certificates.ts';
import { deliverWebhooks } from '../../src/deliver-webhooks.ts';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';
import { startWorkerProcess } from '../support/worker-process.ts';

const sessionSecret = 'installation-secret-of-the-test-0123456789';
type Verify = (headers: object, body: string, secret: string, now?: number) => boolean;

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly path: string;
}

/** A real receiver; `answer` may do whatever a bad one does. */
interface Receiver {
  readonly url: string;
  readonly received: Received[];
  answer: (request: Received, response: ServerResponse) => void;
  close(): Promise<void>;
}

let server: TestDatabaseServer;
let product: TestProduct;
let folder: string;
let authority: TestAuthority;
let certificate: { key: string; cert: string };
let verifyWebhook: Verify;
let databaseUrl: string;
const closers: (() => Promise<void>)[] = [];
/** The time of deliveries, so that a day passes in a moment. */
let aheadMs = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mlmcsc-webhooks-'));
  authority = await createTestAuthority();
  const { certificateFile, keyFile } = await authority.issue();
  certificate = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certificateFile, 'utf8') };
  // The example of the page is the one that is run here.
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/how-to/receive-webhooks.md'), 'utf8');
  writeFileSync(join(folder, 'verify.mjs'), /```js\n([\s\S]+?)```/.exec(page)![1]!);
  const example = await import(pathToFileURL(join(folder, 'verify.mjs')).href);
  verifyWebhook = (example as { verifyWebhook: Verify }).verifyWebhook;
  server = await startTestDatabaseServer();
});
beforeEach(async () => {
  aheadMs = 0;
  databaseUrl = await server.createDatabase();
  product = await startTestProduct(databaseUrl);
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  await product.close();
});
afterAll(async () => {
  await server.stop();
  await authority.remove();
  rmSync(folder, { recursive: true });
});

async function startReceiver(kind: 'https' | 'http' = 'https'): Promise<Receiver> {
  const received: Received[] = [];
  const receiver = {
    received,
    answer: (_request: Received, response: ServerResponse) => {
      response.writeHead(200).end('thanks');
    },
  };
  const listen = (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const one = { headers: request.headers, body: Buffer.concat(parts).toString(), path: request.url! };
      received.push(one);
      receiver.answer(one, response);
    });
  };
  const web = kind === 'https' ? createHttpsServer(certificate, listen) : createHttpServer(listen);
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      web.close(() => resolve());
      web.closeAllConnections();
    });
  closers.push(close);
  const url = `${kind}://localhost:${(web.address() as AddressInfo).port}/hook`;
  return Object.assign(receiver, { url, close });
}

const senderOf = (changes: Partial<ConstructorParameters<typeof GuardedWebhookSender>[0]> = {}) =>
  new GuardedWebhookSender({
    ...{
      allowHttp: false,
      allowedNetworks: ['127.0.0.0/8', '::1/128'],
      ca: authority.ca,
      timeoutMs: 700,
    },
    ...changes,
  });

const clock = () => ({
  now: () => new Date(Date.now() + aheadMs),
  sleep: product.dependencies.clock.sleep,
});

function dependenciesOf(sender = senderOf()): WebhookDeliveryDependencies {
  return {
    store: product.dependencies.store,
    ...{ clock: clock(), log: silentLog, secrets: createSecretBox(sessionSecret), sender, random: () => 0 },
  };
}

const webhooks = (sender = senderOf()) => createWebhookUseCases({ ...dependenciesOf(sender), ids: uuidV7 });

async function subscribe(
  url: string,
  eventTypes: readonly WebhookEventType[] = ['analysis.completed', 'label.submitted', 'model.promoted'],
) {
  return webhooks().createWebhook({ url, eventTypes, username: 'ada' });
}

function startDelivering(sender = senderOf()): () => Promise<void> {
  const stop = deliverWebhooks({
    dependencies: dependenciesOf(sender),
    events: product.events,
    traces: traceCarrier,
    intervalMs: 20,
  });
  closers.push(stop);
  return stop;
}

const deliveriesOf = async (id: string) =>
  (await webhooks().listDeliveries(id, undefined, { limit: 100 })).items;
const attemptsOf = async (id: string) => {
  const [delivery] = await deliveriesOf(id);
  return (await webhooks().getDelivery(delivery!.id)).attempts;
};

test('events arrive signed, with what they tell of; the example of the page verifies them', async () => {
  const receiver = await startReceiver();
  const { subscription, secret } = await subscribe(receiver.url);
  startDelivering();
  const { analysisId, imageId, shear } = await product.analyse(41, 'H1-1');
  await product.useCases.submitLabel({ analysisId, shearPercent: 55, username: 'tess' });
  await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(2);
  const bodies = receiver.received.map(({ body }) => JSON.parse(body));
  const byType = (type: string) => bodies.find((body) => body.type === type);
  expect(byType('analysis.completed').data).toMatchObject({
    ...{ analysis_id: analysisId, image_id: imageId, specimen: 'H1-1', shear_percent: shear, status: 'ok' },
  });
  expect(byType('label.submitted').data).toMatchObject({ shear_percent: 55, decision: 'corrected' });
  expect(JSON.stringify(bodies)).not.toContain('tess');
  for (const { headers, body } of receiver.received) {
    expect(verifyWebhook(headers, body, secret)).toBe(true);
    expect(verifyWebhook(headers, `${body} `, secret)).toBe(false);
    expect(verifyWebhook(headers, body, `whsec_${Buffer.from('other').toString('base64')}`)).toBe(false);
    expect(verifyWebhook({ ...headers, 'webhook-id': uuidV7.next() }, body, secret)).toBe(false);
    expect(verifyWebhook(headers, body, secret, Date.now() + 6 * 60_000)).toBe(false);
  }
  await expect
    .poll(async () => (await deliveriesOf(subscription.id)).map(({ state }) => state))
    .toEqual(['delivered', 'delivered']);
  const [attempt] = await attemptsOf(subscription.id);
  expect(attempt).toMatchObject({ number: 1, status: 200, error: null, response: 'thanks' });
  const { rows } = await product.pool.query<{ secret: Buffer }>('select secret from webhook_subscriptions');
  expect(rows[0]!.secret.toString('latin1')).not.toContain(secret);
});

test('a lamp that went dark is told once, in words, by the job that starts every hour', async () => {
  const receiver = await startReceiver();
  const { secret } = await subscribe(receiver.url, ['drift.raised']);
  startDelivering();
  await product.useCases.installSchedules();
  const evaluate = async () => {
    const { id } = await product.useCases.runSchedule('drift', 'ada');
    return (await product.runJob(id)).result;
  };
  const laboratory = await openSeenLaboratory(databaseUrl, 3);
  closers.push(() => laboratory.close());
  await laboratory.take(310);
  await laboratory.takeReference();
  expect(await evaluate()).toMatchObject({ reference_complete: true, watched_pictures: 10, raised: 0 });
  await laboratory.take(30, 0.2);
  expect(await evaluate()).toMatchObject({ raised: 1, drifting: ['median-luminance'] });
  await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(1);
  const [{ headers, body }] = receiver.received as [Received];
  expect(verifyWebhook(headers, body, secret)).toBe(true);
  expect(JSON.parse(body)).toMatchObject({
    type: 'drift.raised',
    data: { signal: 'median-luminance', direction: 'down', advice: expect.stringContaining('lamp') },
  });
  expect(JSON.parse(body).data.summary).toMatch(/^Pictures are darker than in the reference: exposure 0\.4/);
  await laboratory.take(30, 0.2);
  expect(await evaluate()).toMatchObject({ raised: 0, drifting: ['median-luminance'] });
  const { rowCount } = await product.pool.query('select 1 from webhook_events');
  expect(rowCount).toBe(1);
});

test('an event is written with what it tells of or not at all, and only for those who asked', async () => {
  const receiver = await startReceiver();
  await subscribe(receiver.url, ['model.promoted']);
  const off = await subscribe(receiver.url);
  await webhooks().changeWebhook(off.subscription.id, { isEnabled: false }, 'ada');
  await product.analyse(30);
  const count = async () => (await product.pool.query('select 1 from webhook_events')).rowCount;
  expect(await count()).toBe(0);
  const { store } = product.dependencies;
  const promote = (then: () => void) =>
    store.transaction(async (rows) => {
      const { version, digest } = (await rows.models.champion())!;
      await rows.events.publish({ type: 'model.promoted', version, digest });
      then();
    });
  await expect(
    promote(() => {
      throw new Error('after the event');
    }),
  ).rejects.toThrow('after the event');
  expect(await count()).toBe(0);
  await promote(() => {});
  expect(await count()).toBe(1);
  expect((await product.pool.query('select 1 from webhook_deliveries')).rowCount).toBe(1);
});

test('a receiver that fails, hangs, breaks off or redirects gets the same event again, the same bytes', async () => {
  const receiver = await startReceiver();
  const elsewhere = await startReceiver();
  const { subscription, secret } = await subscribe(receiver.url, ['analysis.completed']);
  const behaviours: ((response: ServerResponse) => void)[] = [
    (response) => response.writeHead(500).end('\u001b[31mbroken'.padEnd(100_000, 'x')),
    () => {},
    (response) => response.destroy(),
    (response) => response.writeHead(307, { location: elsewhere.url }).end(),
    (response) => {
      response.writeHead(200);
      response.write('never ends');
    },
    (response) => response.writeHead(204).end(),
  ];
  receiver.answer = (_request, response) => behaviours[receiver.received.length - 1]!(response);
  startDelivering();
  await product.analyse(22);
  for (let tried = 1; tried < behaviours.length; tried += 1) {
    await expect
      .poll(async () => (await attemptsOf(subscription.id)).length, { timeout: 10_000 })
      .toBe(tried);
    expect((await deliveriesOf(subscription.id))[0]!.state).toBe('waiting');
    aheadMs += WEBHOOK_RETRY_WAITS_MS[tried - 1]!;
  }
  await expect
    .poll(async () => (await deliveriesOf(subscription.id))[0]!.state, { timeout: 10_000 })
    .toBe('delivered');
  expect(elsewhere.received).toEqual([]);
  expect(receiver.received).toHaveLength(behaviours.length);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  const last = receiver.received.at(-1)!;
  expect(verifyWebhook(last.headers, last.body, secret, Date.now() + aheadMs)).toBe(true);
  expect((await attemptsOf(subscription.id)).map(({ status, error }) => [status, error])).toEqual([
    [500, 'The receiver answered 500.'],
    [null, 'No answer within 0.7 s.'],
    [null, 'The receiver broke the connection off.'],
    [307, 'The receiver answered 307; redirects are not followed.'],
    [null, 'No answer within 0.7 s.'],
    [204, null],
  ]);
  const [first] = await attemptsOf(subscription.id);
  expect(first!.response!.length).toBeLessThanOrEqual(1_000);
  expect(first!.response).not.toContain('\u001b');
});

test('after a day of failures the delivery is dead; it can be delivered once more', async () => {
  const receiver = await startReceiver();
  const { subscription } = await subscribe(receiver.url, ['analysis.completed']);
  receiver.answer = (_request, response) => response.writeHead(503).end();
  startDelivering();
  await product.analyse(22);
  for (let tried = 1; tried <= WEBHOOK_RETRY_WAITS_MS.length; tried += 1) {
    await expect
      .poll(async () => (await attemptsOf(subscription.id)).length, { timeout: 10_000 })
      .toBe(tried);
    aheadMs += WEBHOOK_RETRY_WAITS_MS[tried - 1]!;
  }
  await expect.poll(async () => (await deliveriesOf(subscription.id))[0]!.state).toBe('dead');
  expect(aheadMs).toBeLessThan(24 * 3_600_000);
  expect(aheadMs).toBeGreaterThan(23 * 3_600_000);
  const [dead] = await deliveriesOf(subscription.id);
  receiver.answer = (_request, response) => response.writeHead(200).end();
  await webhooks().redeliver(dead!.id, 'admin');
  await expect.poll(async () => (await deliveriesOf(subscription.id))[0]!.state).toBe('delivered');
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(await attemptsOf(subscription.id)).toHaveLength(13);
});

test('a receiver that is gone is not asked again', async () => {
  const receiver = await startReceiver();
  const { subscription } = await subscribe(receiver.url, ['analysis.completed']);
  receiver.answer = (_request, response) => response.writeHead(410).end();
  startDelivering();
  await product.analyse(22);
  await expect.poll(async () => (await webhooks().getWebhook(subscription.id)).isEnabled).toBe(false);
  expect((await deliveriesOf(subscription.id))[0]).toMatchObject({ state: 'dead', attempts: 1 });
  expect((await webhooks().getWebhook(subscription.id)).disabledReason).toContain('410');
});

test('a receiver that hangs does not hold the others up', async () => {
  const hanging = await startReceiver();
  const quick = await startReceiver();
  hanging.answer = () => {};
  await subscribe(hanging.url, ['analysis.completed']);
  await subscribe(quick.url, ['analysis.completed']);
  for (let i = 0; i < 12; i += 1) await product.analyse(10 + i);
  startDelivering(senderOf({ timeoutMs: 5_000 }));
  await expect.poll(() => quick.received.length, { timeout: 4_000 }).toBe(12);
  expect(hanging.received.length).toBeLessThanOrEqual(8);
});

test('for a day after a change of the secret both sign', async () => {
  const receiver = await startReceiver();
  const { subscription, secret } = await subscribe(receiver.url);
  const rotated = await webhooks().rotateWebhookSecret(subscription.id, 'ada');
  startDelivering();
  const heard = async (count: number) => {
    await webhooks().testWebhook(subscription.id, 'admin');
    await expect.poll(() => receiver.received.length).toBe(count);
    return receiver.received.at(-1)!;
  };
  const both = await heard(1);
  expect(verifyWebhook(both.headers, both.body, secret)).toBe(true);
  expect(verifyWebhook(both.headers, both.body, rotated.secret)).toBe(true);
  aheadMs = 25 * 3_600_000;
  const one = await heard(2);
  const now = Date.now() + aheadMs;
  expect(verifyWebhook(one.headers, one.body, secret, now)).toBe(false);
  expect(verifyWebhook(one.headers, one.body, rotated.secret, now)).toBe(true);
});

test('addresses inside, plain HTTP and unknown certificates are refused', async () => {
  const strict = senderOf({ allowedNetworks: [] });
  const create = (url: string) =>
    webhooks(strict).createWebhook({ url, eventTypes: ['analysis.completed'], username: 'ada' });
  for (const url of [
    ...['http://example.com/', 'ftp://example.com/', 'nonsense', 'https://user:word@example.com/'],
    ...[
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://[::1]/',
      'https://10.0.0.1/',
    ],
    ...['https://[::ffff:127.0.0.1]/', 'https://169.254.169.254/latest/meta-data', 'https://example.com/#x'],
  ]) {
    await expect(create(url), url).rejects.toMatchObject({ code: 'webhook-url-refused' });
  }
  const secure = await startReceiver();
  const plain = await startReceiver('http');
  const signal = new AbortController().signal;
  const send = (sender: GuardedWebhookSender, url: string) =>
    sender.send({ url, headers: {}, body: '{}', signal });
  // The name leads inside: told only when it is looked up.
  expect((await send(strict, secure.url)).error).toContain('MLMCSC_WEBHOOK_ALLOWED_NETWORKS');
  expect((await send(senderOf(), plain.url)).error).toContain('https://');
  expect((await send(senderOf({ ca: undefined }), secure.url)).error).toContain('UNABLE_TO_VERIFY');
  expect((await send(senderOf(), 'https://nobody.invalid/')).error).toContain('not known');
  expect([...secure.received, ...plain.received]).toEqual([]);
  expect((await send(senderOf({ allowHttp: true }), plain.url)).status).toBe(200);
});

test('a worker process killed while it delivers loses no event', async () => {
  const receiver = await startReceiver('http');
  receiver.answer = () => {};
  const sender = senderOf({ allowHttp: true });
  const { subscription, secret } = await webhooks(sender).createWebhook({
    ...{ url: receiver.url, eventTypes: ['analysis.completed'], username: 'ada' },
  });
  const environment = {
    MLMCSC_DATABASE_URL: databaseUrl,
    MLMCSC_DATA_DIR: product.dataDir,
    MLMCSC_MEASURE_THREADS: '1',
    MLMCSC_WORKER_LANES: 'webhooks',
    MLMCSC_SESSION_SECRET: sessionSecret,
    MLMCSC_WEBHOOK_ALLOW_HTTP: 'true',
    MLMCSC_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8,::1/128',
  };
  const first = await startWorkerProcess(environment);
  closers.push(async () => void (await first.end('SIGKILL')));
  await product.analyse(22);
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1);
  await first.end('SIGKILL');
  receiver.answer = (_request, response) => response.writeHead(200).end();
  // The lease of the killed one ends.
  await product.pool.query('update webhook_deliveries set next_at = now()');
  const second = await startWorkerProcess(environment);
  closers.push(async () => void (await second.end('SIGKILL')));
  await expect
    .poll(async () => (await deliveriesOf(subscription.id))[0]!.state, { timeout: 20_000 })
    .toBe('delivered');
  expect(receiver.received[1]!.headers['webhook-id']).toBe(receiver.received[0]!.headers['webhook-id']);
  expect(receiver.received[1]!.body).toBe(receiver.received[0]!.body);
  expect(verifyWebhook(receiver.received[1]!.headers, receiver.received[1]!.body, secret)).toBe(true);
  expect(await second.end('SIGTERM')).toEqual({ code: 0, signal: null });
});
