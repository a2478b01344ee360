import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder('calculate-files');
});
afterAll(() => folder.remove());

async function file(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

/** NIST's specimens of X52 pipe steel: °C and J. FATT and T28J of their shear and energy are in specimen-commands.test.ts. */
const x52 = [
  ['-80', '2.4'],
  ['-50', '4.13'],
  ['-35', '4.13'],
  ['-15', '10.21'],
  ['0', '27.99'],
  ['10', '34.25'],
  ['21', '48.86'],
  ['40', '61.88'],
  ['76', '74.29'],
  ['100', '75.22'],
  ['148', '71.5'],
  ['198', '69.4'],
];

it('compares readers by the table of Shrout and Fleiss 1979', async () => {
  const ratings = ['9 2 5 8', '6 1 3 2', '8 4 6 8', '7 1 2 6', '10 5 6 9', '6 2 4 7'];
  const path = await file('ratings.csv', [
    'specimen,reader,percent',
    ...ratings.flatMap((row, i) => row.split(' ').map((value, j) => `T${i},judge ${j + 1},${value}`)),
  ]);
  const text = await runMlmcsc(['calculate', 'agreement', path]);
  expect(text).toMatchObject({ code: 0, stderr: '' });
  expect(text.stdout).toContain('6 specimens, 4 readers, 24 readings');
  expect(text.stdout).toMatch(/ICC\(2,1\), agreement +0\.290 \(95 %: 0\.019 to 0\.761\)/);
  expect(text.stdout).toMatch(/ICC\(3,1\), consistency +0\.715 \(95 %: 0\.342 to 0\.946\)/);
  expect(text.stdout).toMatch(
    /gauge R&R +none: Repeatability needs every reader to read every specimen twice/,
  );
  const json = JSON.parse((await runMlmcsc(['calculate', 'agreement', path, '--json'])).stdout);
  expect(json.intraclass.mean_squares.specimens).toBeCloseTo(11.24, 2);
  expect(json.gauge).toMatchObject({ ok: false, reason: 'no-repeats' });
  expect(json.per_reader[0]).toMatchObject({ reader: 'judge 1', limits: { ok: true, count: 6 } });
});

it('takes repeats from a semicolon file with decimal commas, and gives every figure', async () => {
  const readings = ['ann', 'bob'].flatMap((reader, j) =>
    [12.5, 40, 71.5, 93].flatMap((truth, i) =>
      [0, 1].map(
        (repeat) => `S${i};${reader};${repeat + 1};${String(truth + j + repeat / 2).replace('.', ',')}`,
      ),
    ),
  );
  const path = await file('repeats.csv', ['Specimen;Technician;Repeat;Shear_percent', ...readings]);
  const { code, stdout } = await runMlmcsc(['calculate', 'agreement', path, '--confidence', '0.9']);
  expect(code).toBe(0);
  expect(stdout).not.toContain('none:');
  expect(stdout).toMatch(/repeatability s_r +0\.35, limit r 0\.99/);
  expect(stdout).toMatch(/reader bob +bias 1\.00 \(90 %: 1\.00 to 1\.00\)/);
});

it('names every fault of a table, and does nothing', async () => {
  const path = await file('bad.csv', ['specimen,reader,percent', 'S1,ann,120', 'S1,,40', 'S2,bob,many']);
  const result = await runMlmcsc(['calculate', 'agreement', path]);
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toContain('row 2: percent must be from 0 to 100, not 120');
  expect(result.stderr).toContain('row 3: reader is empty');
  expect(result.stderr).toContain('row 4: percent must be a number, not "many"');
  const twice = await file('twice.csv', ['specimen,reader,repeat,percent', 'S1,ann,1,10', 'S1,ann,1,20']);
  expect(await runMlmcsc(['calculate', 'agreement', twice])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('ann has already given repeat 1 of S1'),
  });
  expect(await runMlmcsc(['calculate', 'curve', path])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('it lacks temperature_c and value'),
  });
  expect(await runMlmcsc(['calculate', 'curve', join(folder.path, 'nowhere.csv')])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('ENOENT'),
  });
});

it('fits a transition curve as NIST does, and ranks the models', async () => {
  const path = await file('x52.csv', ['temperature_c,energy_j', ...x52.map((row) => row.join(','))]);
  const shelves = ['--lower-shelf', '2', '--upper-shelf', '72.6025'];
  const text = await runMlmcsc(['calculate', 'curve', path, ...shelves]);
  expect(text).toMatchObject({ code: 0, stderr: '' });
  expect(text.stdout).toMatch(/T28J {2}3\.1 °C {2}\(95 %: .* to .* °C\)/);
  expect(text.stdout).toContain('lower shelf  2.00 J (held)');
  const json = JSON.parse((await runMlmcsc(['calculate', 'curve', path, ...shelves, '--json'])).stdout);
  const t41 = json.temperatures.find((one: { name: string }) => one.name === 'T41J');
  expect(t41.temperature_celsius).toBeCloseTo(14.4418, 3);
  const compared = JSON.parse((await runMlmcsc(['calculate', 'curve', path, '--compare', '--json'])).stdout);
  expect(compared.fits.length + compared.refusals.length).toBe(5);
  expect(compared.fits[0].fit.aicc).toBeLessThanOrEqual(compared.fits.at(-1).fit.aicc);
  expect(json.points[0]).toEqual({
    ...{ identifier: 'row 2', temperature_celsius: -80, value: 2.4 },
    is_outlier: expect.any(Boolean),
  });
});

it('refuses a curve in words, and a value out of range by its option', async () => {
  const few = await file('few.csv', ['temperature_c,value', '0,20', '20,40']);
  expect(await runMlmcsc(['calculate', 'curve', few])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('no curve: 2 specimens; this curve needs at least'),
  });
  const cold = await file('cold.csv', ['temperature_c,value', ...x52.map(([, value]) => `-300,${value}`)]);
  expect(await runMlmcsc(['calculate', 'curve', cold])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^row 2: temperature_c must be from -273.15 .* got -300\.\n$/),
  });
});
