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
