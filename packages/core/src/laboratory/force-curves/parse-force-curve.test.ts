import { describe, expect, it } from 'vitest';
import { type ForceUnits, mostSamples, parseForceCurve } from './parse-force-curve.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const rows = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');
const parse = (text: string, units?: ForceUnits) => {
  const read = parseForceCurve(bytes(text), units);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.curve;
};
const faultsOf = (text: string, units?: ForceUnits) => {
  const read = parseForceCurve(bytes(text), units);
  return read.ok ? [] : read.faults;
};

describe('the file of an instrumented test', () => {
  it('is read with semicolons, decimal commas and units in brackets, in µs and kN', () => {
    const curve = parse(`Zeit [µs];Kraft [kN]\n${rows(30, (at) => `${at * 2},5;${at},25`)}\n`);
    expect([curve.delimiter, curve.timeMs?.[3], curve.forceN[3], curve.displacementMm]).toEqual([
      ';',
      expect.closeTo(0.0065, 12),
      3250,
      null,
    ]);
  });

  it.each([
    ['comma', 'Displacement (mm),Force (N)', (at: number) => `${at / 10},${at * 7}`],
    ['tab', 'Deflection_mm\tLoad_N', (at: number) => `${String(at / 10).replace('.', ',')}\t${at * 7}`],
    ['slash', 'Weg/mm;Kraft/N', (at: number) => `${at / 10};${at * 7}`],
    ['words', '"s in mm";"F in N"', (at: number) => `"${at / 10}";"${at * 7}"`],
    ['a line of units', 'Displacement;Force\nmm;N', (at: number) => `${at / 10};${at * 7}`],
    ['other columns', 'No;Displacement mm;Force N;Force N', (at: number) => `${at};${at / 10};${at * 7};0`],
  ])('finds columns and units told by %s', (_, header, line) => {
    const curve = parse(`Machine;PSW 300\n\n${header}\n${rows(25, line)}`);
    expect(curve.displacementMm?.[20]).toBeCloseTo(2, 12);
    expect(curve.forceN[20]).toBe(140);
    expect(curve.timeMs).toBeNull();
  });

  it('takes the unit that is told for a column that says none, and asks for it otherwise', () => {
    const text = `t;F\n${rows(25, (at) => `${at};${at}`)}`;
    expect(faultsOf(text)).toEqual([
      { row: 1, column: 't', reason: 'says no unit: s, ms, us' },
      { row: 1, column: 'F', reason: 'says no unit: N, kN' },
    ]);
    expect(parse(text, { time: 's', force: 'kN' }).timeMs?.[1]).toBe(1000);
  });

  it('reads what older recorders write: Windows-1252, and UTF-16', () => {
    const text = `Zeit (µs);Kraft (N)\n${rows(25, (at) => `${at};${at}`)}`;
    const old = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(parseForceCurve(old)).toMatchObject({ ok: true });
    const wide = new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (letter) => letter.charCodeAt(0)).buffer);
    expect(parseForceCurve(wide)).toMatchObject({ ok: true });
  });

  it('names every fault by line and column', () => {
    const lines = [...rows(30, (at) => `${at};${at}`).split('\n')];
    lines[4] = '4;';
    lines[9] = 'x;1.234,5';
    expect(faultsOf(`Time ms;Force N\n${lines.join('\n')}`)).toEqual([
      { row: 6, column: 'Force N', reason: 'is empty' },
      { row: 11, column: 'Time ms', reason: 'is no number' },
      { row: 11, column: 'Force N', reason: 'is no number' },
    ]);
  });

  it('refuses other files, too few and too many samples', () => {
    expect(faultsOf('a;b\n1;2\n')[0]?.reason).toContain('no line names');
    expect(faultsOf('')[0]?.reason).toContain('no line names');
    expect(faultsOf(`Time ms;Force N\n${rows(5, (at) => `${at};${at}`)}`)[0]?.reason).toContain(
      'after 5 samples',
    );
    expect(faultsOf(`Time ms;Force N\n${rows(mostSamples + 1, () => '1;1')}`)[0]?.reason).toContain('beyond');
    expect(faultsOf(`Time (mm);Force (N)\n${rows(30, () => '1;1')}`)[0]?.reason).toBe(
      'has the unit mm; known are s, ms, us',
    );
  });

  it('does not take 1e999 for a number', () => {
    expect(faultsOf(`Time ms;Force N\n${rows(30, () => '1;1e999')}`)).toHaveLength(30);
  });
});
