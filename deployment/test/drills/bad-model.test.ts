import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiSession, signIn } from '../../../test/api-session.ts';
import { renderSpecimenPicture } from '../../../test/render-pictures.ts';
import { repositoryPath } from '../../../test/repository-path.ts';
import { runMlmcsc, runProgram } from '../../../test/run-program.ts';
import { servicesMissing } from '../../../test/services/service-process.ts';
import { startSystem, type TestSystem } from '../../../test/services/system.ts';

const title = `the bad model${servicesMissing === null ? '' : ` (skipped: ${servicesMissing})`}`;

interface Answer {
  readonly id: string;
  readonly shear_percent: number | null;
  readonly model: { readonly version: string };
}

describe.skipIf(servicesMissing !== null)(title, () => {
  let system: TestSystem;
  let session: ApiSession;
  beforeAll(async () => {
    system = await startSystem({ apis: 1, workers: 1 });
    session = await signIn(system.url, system.administrator.username, system.administrator.password);
  });
  afterAll(() => system?.stop());

  const upload = async (seed: number, cleavageShare: number) => {
    const { jpeg } = await renderSpecimenPicture(seed, 'dome-laboratory', { cleavageShare });
    return String((await session.upload(jpeg, `face-${seed}.jpg`)).body.id);
  };
  const analyse = (image_id: string) => session.post<Answer>('/api/v1/analyses', { image_id });
  const champion = async () => (await session.get<{ version: string }>('/api/v1/models/current')).version;
  const label = (analysis_id: string, shear_percent: number) =>
    session.post('/api/v1/labels', { analysis_id, shear_percent });
  const mlmcsc = (...args: string[]) => runMlmcsc(args, { environment: system.environment });

  it('is taken out of service, and what it answered is found and measured again', async () => {
    const good = await champion();
    const learning = async (state: 'on' | 'paused') =>
      expect((await mlmcsc('model', 'policy', '--learning', state)).code).toBe(0);
    // Somebody labels ductile faces as brittle, a dozen times; they are learned together.
    await learning('paused');
    for (let index = 0; index < 12; index += 1) {
      const cleavage = 0.05 + 0.03 * index;
      const { id, shear_percent } = await analyse(await upload(7_100 + index, cleavage));
      if (shear_percent !== null) await label(id, 2 + index / 4);
    }
    await learning('on');
    const retrained = await mlmcsc('model', 'retrain', '--wait');
    expect(retrained.code, retrained.stderr).toBe(0);
    const waiting = async () =>
      (await session.get<{ labels_waiting: number }>('/api/v1/learning')).labels_waiting;
    await expect
      .poll(async () => [(await champion()) === good, await waiting()], { timeout: 300_000 })
      .toEqual([false, 0]);
    const bad = await champion();
    const shares = [0.1, 0.15, 0.2];
    const pictures: string[] = [];
    for (const [index, share] of shares.entries()) pictures.push(await upload(8_900 + index, share));
    const wrong = await Promise.all(pictures.map(analyse));
    expect(wrong.map(({ model }) => model.version)).toEqual([bad, bad, bad]);
    const judged = wrong[2]!;
    const refused = await mlmcsc('model', 'answers', bad, '--reanalyse');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('is in service')]);
    // One of them a person judges; learning is paused first, as the rollback will leave it.
    await learning('paused');
    await label(judged.id, 80);

    const startedAt = performance.now();
    const { code, stdout, stderr } = await runProgram(
      repositoryPath('deployment/scripts/drills/run-runbook.sh'),
      [repositoryPath('deployment/docs/runbooks/recovery-bad-model.md')],
      {
        environment: {
          ...system.environment,
          BAD: bad,
          MLMCSC: `${process.execPath} ${repositoryPath('apps/cli/bin/mlmcsc.mjs')}`,
        },
        timeoutMs: 300_000,
      },
    );
    const seconds = (performance.now() - startedAt) / 1000;
    expect(code, `${stdout}\n${stderr}`).toBe(0);
    const back = await champion();
    expect(back).toBe(good);
    // Listed before the pictures were measured again, with the label, and gone afterwards.
    for (const { id } of wrong) expect(stdout.split(id).length - 1, stdout).toBeGreaterThanOrEqual(2);
    const left = await mlmcsc('model', 'answers', bad);
    expect([left.code, left.stdout.match(/^[0-9a-f-]{36} .*$/gm)]).toEqual([
      0,
      [expect.stringMatching(new RegExp(`^${judged.id} .*labelled 80 %`))],
    ]);
    const history = await session.get<{ items: { analysis: Answer; image: { id: string } }[] }>(
      '/api/v1/history?limit=50',
    );
    const newest = (image: string) => history.items.find((item) => item.image.id === image)!.analysis;
    const again = [0, 1].map((index) => newest(pictures[index]!));
    expect(again.map(({ model }) => model.version)).toEqual([back, back]);
    const [before, now] = [wrong.slice(0, 2), again].map((answers) =>
      answers.map(({ shear_percent }) => shear_percent!),
    );
    for (const index of [0, 1]) expect(Math.abs(now![index]! - before![index]!)).toBeGreaterThan(1);
    // What is stored is what the version in service says, to the last digit.
    const computed = await mlmcsc('model', 'recompute', again[0]!.id);
    expect([computed.code, computed.stderr]).toEqual([0, '']);
    expect(JSON.parse(computed.stdout)).toMatchObject({ modelVersion: good, isIdentical: true });
    expect(newest(pictures[2]!).id).toBe(judged.id);
    process.stdout.write(
      `drill bad-model: nothing lost, answers of ${before!.map(Math.round)} % became ${now!.map(Math.round)} %, recovery time ${seconds.toFixed(1)} s\n`,
    );
  });
});
