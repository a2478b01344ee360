import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../test/api-session.ts';
import { renderSpecimenPicture } from '../test/render-pictures.ts';
import { servicesMissing } from '../test/services/service-process.ts';
import { startSystem, type TestSystem } from '../test/services/system.ts';

const title = `two API processes and a worker behind nginx${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`;

describe.skipIf(servicesMissing !== null)(title, () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ apis: 2, workers: 1 });
  });
  afterAll(() => system?.stop());

  it('serve one session: what one replica stored, the other shows', async () => {
    const session = await signIn(system.url, system.administrator.username, system.administrator.password);
    const { jpeg } = await renderSpecimenPicture(41);
    const { status, body } = await session.upload(jpeg, 'a.jpg');
    expect(status).toBe(201);
    const analysis = await session.post<{ id: string; status: string }>('/api/v1/analyses', {
      image_id: body.id,
    });
    for (const { address } of system.apis) {
      const answer = await fetch(`http://${address}/api/v1/analyses/${analysis.id}`, {
        headers: { cookie: session.cookie },
      });
      expect(await answer.json()).toMatchObject({ id: analysis.id, status: analysis.status });
    }
  });

  it('answer with the version of a rollback from their next request on, within a second of the call', async () => {
    const session = await signIn(system.url, system.administrator.username, system.administrator.password);
    const read = async <Answer>(address: string | null, path: string) => {
      const answer = await fetch(`http://${address}${path}`, { headers: { cookie: session.cookie } });
      return (await answer.json()) as Answer;
    };
    const championAt = async (address: string | null) =>
      (await read<{ version: string }>(address, '/api/v1/models/current')).version;
    const everywhere = () => Promise.all(system.apis.map(({ address }) => championAt(address)));
    const [shipped] = await everywhere();
    // A second version: readings that the worker learns.
    for (let index = 0; index < 12; index += 1) {
      const cleavageShare = 0.15 + 0.06 * index;
      const { jpeg } = await renderSpecimenPicture(8_800 + index, 'dome-laboratory', { cleavageShare });
      const { body } = await session.upload(jpeg, `face-${index}.jpg`);
      const { id, shear_percent: answer } = await session.post<{ id: string; shear_percent: number | null }>(
        '/api/v1/analyses',
        { image_id: body.id },
      );
      if (answer === null) continue;
      await session.post('/api/v1/labels', { analysis_id: id, shear_percent: 100 * (1 - cleavageShare) });
    }
    await expect
      .poll(async () => new Set(await everywhere()).has(shipped as string), { timeout: 240_000 })
      .toBe(false);
    // What else is being learned is waited for: it must not come between.
    const waiting = () => read<{ labels_waiting: number }>(system.apis[0]!.address, '/api/v1/learning');
    await expect.poll(async () => (await waiting()).labels_waiting, { timeout: 240_000 }).toBe(0);
    const [learned] = await everywhere();

    const began = performance.now();
    const { to_version: back } = await session.post<{ to_version: string }>('/api/v1/deployments/rollback', {
      from_version: learned,
      reason: 'the lamp was changed',
    });
    // Asked once, not until it is so.
    const now = await everywhere();
    const took = performance.now() - began;
    expect(back).not.toBe(learned);
    expect(now).toEqual(system.apis.map(() => back));
    expect(took).toBeLessThan(1000);
    for (const [index, { address }] of system.apis.entries()) {
      const { jpeg } = await renderSpecimenPicture(8_900 + index, 'dome-laboratory', { cleavageShare: 0.5 });
      const { body } = await session.upload(jpeg, `after-${index}.jpg`);
      const answer = await fetch(`http://${address}/api/v1/analyses`, {
        method: 'POST',
        headers: { cookie: session.cookie, origin: system.url, 'content-type': 'application/json' },
        body: JSON.stringify({ image_id: body.id }),
      });
      expect(await answer.json()).toMatchObject({ model: { version: back } });
    }
  });

  it('answer every read while one replica after the other is killed', async () => {
    const session = await signIn(system.url, system.administrator.username, system.administrator.password);
    let going = true;
    const answers = new Map<number, number>();
    const reader = async () => {
      while (going) {
        const { status } = await fetch(`${system.url}/api/v1/history?limit=5`, {
          headers: { cookie: session.cookie },
        });
        answers.set(status, (answers.get(status) ?? 0) + 1);
      }
    };
    const readers = Array.from({ length: 8 }, reader);
    for (const api of system.apis) {
      await api.process().stop('SIGKILL');
      await api.restart();
    }
    going = false;
    await Promise.all(readers);
    expect([...answers.keys()]).toEqual([200]);
    expect(answers.get(200)).toBeGreaterThan(100);
  });
});
