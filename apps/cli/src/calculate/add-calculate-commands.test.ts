import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addCalculateCommands } from './add-calculate-commands.ts';

/** Runs `mlmcsc calculate …` as the program does and gives what it complains of. */
async function complaintOf(...args: string[]): Promise<string> {
  let written = '';
  const program = new Command('mlmcsc')
    .showHelpAfterError('(mlmcsc --help explains the commands)')
    .exitOverride()
    .configureOutput({
      writeErr: (text) => {
        written += text;
      },
    });
  addCalculateCommands(program);
  try {
    await program.parseAsync(['calculate', ...args], { from: 'user' });
  } catch (error) {
    return written.trim() || (error as Error).message;
  }
  throw new Error(`nothing was wrong with ${args.join(' ')}`);
}

describe('mlmcsc calculate', () => {
  it.each([
    ['area --a-mm 7.6 --b-mm 2 --width-mm 7.5', /^--a-mm .* 0 to 7\.5 mm, got 7\.6/],
    ['area --a-mm x --b-mm 2', /--a-mm .*'x'.* from 0 to the specimen width/],
    ['area --a-mm 2 --b-mm 2 --width-mm 50', /--width-mm .*'50'.* from 1 to 30/],
    ['area --a-mm 9 --b-mm 6 --measured-area-mm2 45', /^A × B in mm² .* 0 to the fracture area 45, got 54/],
    ['area --a-mm 9 --b-mm 6 --measured-area-mm2 8000', /^--measured-area-mm2 .* 40 to 160 mm², got 8000/],
    ['table --round seven', /--round .*'seven'.*tenth, one, five, ten/],
    ['rounding shear -1', /^<value> .* 0 to 100 %, got -1/],
    ['rounding energy 1001', /^<value> .* 0 to 1000 J, got 1001/],
    ['chart 104 50', /^<percent> .* 0 to 100 %, got 104/],
    ['chart 50 104', /^<other> .* 0 to 100 %, got 104/],
    ['lateral-expansion --half-1 0.4,0.5 --half-2 0.3,35', /^--half-2 \(side 2\) .* 0 to 5 mm, got 35/],
    ['lateral-expansion --half-1 0.4 --half-2 0.3,0.2', /--half-1 .*'0\.4'.* from 0 to 5/],
    ['estimated-lateral-expansion --max-width-mm 21', /^--max-width-mm .* 0 to 20 mm, got 21/],
    ['instrumented --general-yield 17000 --maximum 16000', /^--general-yield .* 0 to 16000 N, got 17000/],
    [
      'instrumented --general-yield 9 --maximum 12 --arrest 2 --unit kN',
      /^--unstable-initiation .* 2 to 12 kN/,
    ],
    ['dwtt --thickness-mm 40 --a-mm 1 --b-mm 1', /^--thickness-mm .* below 35\.5 mm, got 40/],
    ['convert 27 J mm', /^<to> must be one of J, ft-lbf .* got mm/],
    ['convert -300 degC degF', /^<value> must be at least -273\.15 degC, got -300/],
    ['specimen --energy-j -4', /^--energy-j .* 0 to 1000 J, got -4/],
  ])('refuses "%s" in one line with option, range and value', async (line, complaint) => {
    const written = await complaintOf(...line.split(' '));
    expect(written).toMatch(complaint);
    expect(written.split('\n')).toHaveLength(1);
  });
});
