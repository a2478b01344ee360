import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runMlmcsc } from '../test/run-program.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';
import { buildWorkbook } from '../test/workbooks/build-workbook.ts';

let server: TestDatabaseServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let url: string;

beforeAll(async () => {
  server = await startTestDatabaseServer();
  folder = await temporaryFolder('specimen-commands');
  url = await server.createDatabase();
});
afterAll(async () => {
  await server.stop();
  await folder.remove();
});

const run = (...args: string[]) =>
  runMlmcsc([...args, '--data-dir', folder.path], { environment: { MLMCSC_DATABASE_URL: url } });
const file = async (name: string, content: string | Buffer) => {
  const path = join(folder.path, name);
  await writeFile(path, content);
  return path;
};

/** NIST's twelve specimens of X52 pipe steel: °C, J, mm, percent (public domain). */
const x52 = [
  [-80, 2.4, 0.05842, 0],
  [-50, 4.13, 0.04572, 0.1546246837],
  [-35, 4.13, 0.05842, 6.2543822746],
  [-15, 10.21, 0.07366, 16.1702725485],
  [0, 27.99, 0.48006, 27.7063159416],
  [10, 34.25, 0.67564, 39.1565382926],
  [21, 48.86, 0.84836, 52.9682398338],
  [40, 61.88, 1.13538, 79.0727134533],
  [76, 74.29, 1.38684, 100],
  [100, 75.22, 1.41478, 100],
  [148, 71.5, 1.5, 100],
  [198, 69.4, 1.45, 100],
] as const;
const x52Rows = x52.map((values, index) => [`X52-${String(index + 1).padStart(2, '0')}`, ...values, 'H4711']);
const header = ['Specimen', 'Temperature (°C)', 'KV8 [J]', 'LE (mm)', 'SFA %', 'Heat'];

it('takes a list in as a whole, once, and holds the series to its rule', async () => {
  expect(await run('series', 'create', 'X52 pipe', '--standard', 'ISO 148-1')).toMatchObject({ code: 0 });
  const list = await file('x52.xlsx', buildWorkbook([header, ...x52Rows]));
  const command = ['specimens', 'import', list, '--series', 'X52 pipe', '--shear-method', 'photograph'];

  const dry = await run(...command, '--dry-run', '--json');
  expect(dry.code, dry.stderr).toBe(0);
  expect(JSON.parse(dry.stdout)).toMatchObject({ format: 'xlsx', faults: [], new_heats: ['H4711'] });
  expect((await run('specimens', 'list')).stdout).toBe('');

  expect(await run(...command)).toMatchObject({
    code: 0,
    stdout: '12 specimens taken in, 1 heats entered\n',
  });
  const shown = JSON.parse((await run('series', 'show', 'X52 pipe', '--json')).stdout);
  interface Shown {
    readonly temperature_celsius: number;
    readonly energy_j: number;
    readonly lateral_expansion: { readonly mm: number };
    readonly shear: { readonly percent: number };
  }
  expect(
    shown.specimens.map((one: Shown) => [
      one.temperature_celsius,
      one.energy_j,
      one.lateral_expansion.mm,
      one.shear.percent,
    ]),
  ).toEqual(x52);

  // NIST's figures for these specimens, °C: FATT50 17.387; T28J 3.1379 and T41J 14.4418 with these shelves held.
  const shear = JSON.parse(
    (await run('series', 'curve', 'X52 pipe', '--property', 'shear', '--json')).stdout,
  );
  const fatt = shear.temperatures.find((one: { name: string }) => one.name === 'FATT50');
  expect(fatt.temperature_celsius).toBeCloseTo(17.387, 2);
  expect(fatt.lower_celsius).toBeLessThan(fatt.temperature_celsius);
  expect([shear.series, shear.points[0].identifier, shear.fit.curve.length]).toEqual([
    'X52 pipe',
    'X52-01',
    expect.any(Number),
  ]);
  const shelves = ['--lower-shelf', '2', '--upper-shelf', '72.6025'];
  const energy = await run('series', 'curve', 'X52 pipe', ...shelves);
  expect(energy.code, energy.stderr).toBe(0);
  expect(energy.stdout).toMatch(/T28J {2}3\.1 °C {2}\(95 %: .* to .* °C\)/);
  expect(energy.stdout).toContain('T41J  14.4 °C');
  const few = await file('few.csv', 'id;temp_c;kv_j\nF1;0;20\nF2;20;40\n');
  await run('series', 'create', 'few', '--standard', 'ASTM E23');
  await run('specimens', 'import', few, '--series', 'few');
  const none = await run('series', 'curve', 'few');
  expect(none).toMatchObject({ code: 1, stdout: expect.stringContaining('no curve: ') });

  const again = await run(...command);
  expect(again.code).toBe(2);
  expect(again.stdout).toContain('✗ row 2, Specimen: is entered already');

  const rule = {
    clause: 'Order 17, 4.2',
    temperature_celsius: 0,
    energy_j: { minimum_mean: 27, minimum_single: 19, most_below_mean: 1, scales_with_width: true },
    lateral_expansion_mm: null,
    shear_percent: { minimum_mean: 85, minimum_single: null },
  };
  await run('series', 'set', 'X52 pipe', JSON.stringify({ acceptance: rule }));
  const verdict = await run('series', 'acceptance', 'X52 pipe');
  expect(verdict.code).toBe(1);
  expect(verdict.stdout).toContain('not fulfilled  Order 17, 4.2');
  expect(verdict.stdout).toMatch(/fulfilled {2}energy_j mean {2}limit 27 {2}found 27.99/);

  await run('series', 'set', 'X52 pipe', JSON.stringify({ status: 'closed' }));
  const more = await file('more.csv', 'id\nX52-13\n');
  const refused = await run('specimens', 'import', more, '--series', 'X52 pipe');
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('is closed') });
});

it('takes nothing of a list with one wrong value, and says where it is', async () => {
  const list = await file('bad.csv', 'Bar;Temp (°F);CVN\nB1;-40;12,5\nB2;32;twelve\n');
  const unitless = await run('specimens', 'import', list, '--map', 'Bar=identifier');
  expect(unitless).toMatchObject({ code: 1, stderr: expect.stringContaining('CVN does not say its unit') });
  const told = ['--map', 'Bar=identifier', '--unit', 'energy=ft-lbf'];
  const bad = await run('specimens', 'import', list, ...told);
  expect(bad).toMatchObject({
    code: 2,
    stdout: expect.stringContaining('✗ row 3, CVN: is no number: twelve'),
  });
  expect((await run('specimens', 'list', '--text', 'B1')).stdout).toBe('');

  await file('bad.csv', 'Bar;Temp (°F);CVN\nB1;-40;12,5\nB2;32;12\n');
  expect((await run('specimens', 'import', list, ...told)).code).toBe(0);
  const shown = JSON.parse((await run('specimens', 'show', 'B1')).stdout);
  expect(shown.specimen).toMatchObject({
    temperature: { value: -40, unit: 'degF' },
    temperature_celsius: -40,
    energy: { value: 12.5, unit: 'ft-lbf' },
  });
  await run('specimens', 'set', 'B1', '{"energy":{"value":13,"unit":"ft-lbf"},"reason":"misread"}');
  expect(JSON.parse((await run('specimens', 'show', 'B1')).stdout).specimen.revision).toBe(2);
  await run('series', 'create', 'round', '--standard', 'ASTM E23');
  const { id } = JSON.parse((await run('series', 'list', '--text', 'round', '--json')).stdout);
  await run('specimens', 'set', 'B1', JSON.stringify({ series_id: id, notes: '=1+1, "twice"' }));
  const out = join(folder.path, 'round.csv');
  expect((await run('series', 'export', 'round', '--out', out)).code).toBe(0);
  expect(await readFile(out, 'utf8')).toContain(`"'=1+1, ""twice"""`);
  const preview = await run('specimens', 'import', out, '--shear-method', 'chart', '--dry-run', '--json');
  const { specimens, faults } = JSON.parse(preview.stdout);
  expect(specimens[0]).toMatchObject({ temperature: { value: -40, unit: 'degC' }, notes: '=1+1, "twice"' });
  expect(faults).toMatchObject([{ column: 'identifier', reason: 'is entered already' }]);
  const json = join(folder.path, 'round.json');
  await run('series', 'export', 'round', '--out', json, '--format', 'json');
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({
    schema: 'mlmcsc.series/1',
    specimens: [{ identifier: 'B1', energy: { value: 13, unit: 'ft-lbf' } }],
  });
  expect(await run('specimens', 'set', 'B1', '{"enrgy":1}')).toMatchObject({ code: 2 });
});

it('keeps heats and testing machines by name, with what a list may refer to', async () => {
  const machine = ['machines', 'create', 'Pendulum 3', '--capacity', '450', '--striker', '2'];
  expect(await run(...machine, '--fields', '{"maker":"Zwick"}')).toMatchObject({ code: 0 });
  expect((await run('machines', 'show', 'Pendulum 3')).stdout).toMatch(/"capacity_j": 450/);
  expect(await run('machines', 'set', 'Pendulum 3', '{"verified_on":"2026-11-02"}')).toMatchObject({
    ...{ code: 0, stdout: 'Pendulum 3  revision 2\n' },
  });
  expect((await run('heats', 'create', 'H-9', '--fields', '{"grade":"X60"}')).code).toBe(0);
  expect((await run('heats', 'list', '--text', 'h-9')).stdout).toBe('H-9\n');

  const list = await file('with-machine.csv', 'Specimen;Heat;Machine\nM-1;H-9;Pendulum 3\n');
  expect((await run('specimens', 'import', list)).code).toBe(0);
  expect((await run('heats', 'list')).stdout.split('\n').filter((name) => name === 'H-9')).toHaveLength(1);

  const again = await run(...machine);
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('Pendulum 3')]);
  expect((await run('machines', 'show', 'Pendulum 4')).stderr).toContain(
    'There is no testing machine Pendulum 4.',
  );
  expect((await run('heats', 'set', 'H-9', '{"colour":"red"}')).code).toBe(2);
});
