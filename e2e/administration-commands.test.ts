import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../test/api-session.ts';
import { runMlmcsc } from '../test/run-program.ts';
import { type Product, startProduct } from '../test/start-product.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let product: Product;
/** What the other system was told, with the headers. */
const told: { headers: IncomingMessage['headers']; body: string }[] = [];
let answer = 200;
const receiver = createServer(async (request, response) => {
  told.push({ headers: request.headers, body: await text(request) });
  response.writeHead(answer).end();
});
const environment = {
  MLMCSC_WEBHOOK_ALLOW_HTTP: 'true',
  MLMCSC_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8',
};

beforeAll(async () => {
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  folder = await temporaryFolder('administration-commands');
  product = await startProduct({ dataDir: folder.path, environment });
}, 400_000);
afterAll(async () => {
  await product?.stop();
  receiver.close();
  await folder.remove();
});

const run = (...args: string[]) => runMlmcsc([...args, '--data-dir', folder.path], { environment });
const output = async (...args: string[]) => {
  const { code, stdout, stderr } = await run(...args);
  expect(code, stderr).toBe(0);
  return stdout;
};
/** Asks again until the answer fits; the worker needs its time. */
async function until(ask: () => Promise<string>, pattern: RegExp): Promise<string> {
  const end = performance.now() + 60_000;
  for (;;) {
    const found = await ask();
    if (pattern.test(found) || performance.now() > end) return found;
  }
}

describe('users on the command line', () => {
  it('are made, sign in, change role, and lose and get back their access', async () => {
    const made = await output('user', 'create', 'ann', '--role', 'reviewer', '--name', 'Ann Smith');
    const password = /^password {2}(\S+) /m.exec(made)?.[1] ?? '';
    await signIn(product.url, 'ann', password);
    expect(await run('user', 'create', 'ann')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/ann/),
    });
    expect((await run('user', 'create', 'bob', '--role', 'king')).code).toBe(2);

    expect(await output('user', 'set-role', 'ann', 'engineer')).toContain('role engineer');
    expect(await output('user', 'list')).toMatch(/^ann +engineer +active +Ann Smith$/m);

    const fresh = /^password {2}(\S+) /m.exec(await output('user', 'set-password', 'ann'))?.[1] ?? '';
    await expect(signIn(product.url, 'ann', password)).rejects.toThrow('401');
    await output('user', 'deactivate', 'ann');
    await expect(signIn(product.url, 'ann', fresh)).rejects.toThrow('401');
    expect(await output('user', 'list')).toMatch(/^ann +engineer +deactivated/m);
    await output('user', 'reactivate', 'ann');
    await signIn(product.url, 'ann', fresh);
    await output('user', 'reset-second-factor', 'ann');
    expect(await run('user', 'set-role', 'admin', 'viewer')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('last active administrator'),
    });
    expect((await run('user', 'deactivate', 'nobody')).stderr).toContain('no such user');
  });
});

describe('API keys on the command line', () => {
  it('are made, used, listed and ended', async () => {
    const made = await output(
      'key',
      'create',
      'admin',
      '--name',
      'press 2',
      '--scopes',
      'read,records',
      '--days',
      '7',
    );
    const secret = /^key {7}(mlmcsc_\S+) /m.exec(made)?.[1] ?? '';
    const use = () =>
      fetch(`${product.url}/api/v1/heats`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await use()).status).toBe(200);
    const line = await output('key', 'list', 'admin');
    expect(line).toMatch(/^\S{36} {2}mlmcsc_\S+… {2}read,records {2}ends \S+ {2}used \S+ {2}press 2$/m);
    expect(line).not.toContain(secret);
    await output('key', 'revoke', 'admin', line.slice(0, 36));
    expect((await use()).status).toBe(401);
    expect(await run('key', 'revoke', 'admin', 'junk')).toMatchObject({ code: 1 });
    expect((await run('key', 'create', 'admin', '--name', 'x', '--scopes', 'all')).code).toBe(2);
  });
});

describe('jobs on the command line', () => {
  it('show what the worker did', async () => {
    const [id = ''] = (await output('schedules', 'run', 'prune')).split(/\s+/);
    expect(await until(() => output('jobs', 'list'), /completed/)).toContain(id);
    const shown = JSON.parse(await output('jobs', 'show', id));
    expect(shown).toMatchObject({ id, kind: 'maintenance.prune.v1', createdBy: 'system' });
    expect(await run('jobs', 'cancel', id)).toMatchObject({ code: 1 });
  });
});

describe('webhooks on the command line', () => {
  it('are added, tested, changed, and told again what did not arrive', async () => {
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    const made = await output('webhooks', 'add', url, '--events', 'label.submitted', '--description', 'LIMS');
    const id = /^webhook {3}(\S+)$/m.exec(made)?.[1] ?? '';
    const secret = /^secret {4}(whsec_\S+) /m.exec(made)?.[1] ?? '';
    expect(await output('webhooks', 'list')).toBe(`${id}  on   ${url}  label.submitted  LIMS\n`);
    expect(await output('webhooks', 'list', '--json')).not.toMatch(/secret":|whsec_/);

    answer = 410;
    await output('webhooks', 'test', id);
    const dead = await until(() => output('webhooks', 'deliveries', id, '--state', 'dead'), /dead/);
    expect(dead).toMatch(/^\S{36} +dead +webhook\.test +1 attempts/);
    const delivery = dead.slice(0, 36);
    expect(JSON.parse(await output('webhooks', 'delivery', delivery))).toMatchObject({
      state: 'dead',
      log: [{ number: 1, status: 410 }],
    });
    // 410 turned it off.
    expect(await output('webhooks', 'list')).toContain('off');

    answer = 200;
    await output('webhooks', 'change', id, '--on', '--events', 'label.submitted,model.promoted');
    await output('webhooks', 'retry', delivery);
    await until(() => output('webhooks', 'deliveries', id), /delivered/);
    expect(told).toHaveLength(2);
    expect(told[1]!.body).toBe(told[0]!.body);
    const { headers, body } = told[1]!;
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
    );

    expect(await output('webhooks', 'rotate-secret', id)).toMatch(/^secret {4}whsec_/);
    await output('webhooks', 'remove', id);
    expect(await output('webhooks', 'list')).toBe('');
    expect(await run('webhooks', 'remove', id)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`There is no webhook ${id}.`),
    });
  });

  it('are refused with the reason', async () => {
    expect(await run('webhooks', 'add', 'ftp://lims.example/', '--events', 'label.submitted')).toMatchObject({
      code: 1,
    });
    expect((await run('webhooks', 'add', 'https://lims.example/', '--events', 'weather')).code).toBe(2);
    expect((await run('webhooks', 'add', 'https://lims.example/')).code).toBe(2);
    expect((await run('webhooks', 'change', '0192f0a0-1111-7000-8000-00000000dead')).code).toBe(2);
  });
});

it('the audit trail says which account of the operating system did it', async () => {
  const entries = (await output('audit', 'list', '--json'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const byHand = entries.filter(({ requestId }) => String(requestId).startsWith('cli-'));
  expect(byHand.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'user.created',
      'user.role-changed',
      'api-key.revoked',
      'schedule.run',
      'webhook.tested',
    ]),
  );
  expect(byHand.every(({ actorKind }) => actorKind === 'system')).toBe(true);
});
