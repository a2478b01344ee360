import { type Command, InvalidArgumentError } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';
import { numberBetween } from './parse-number.ts';

const force = numberBetween(0, 200_000);
const known = { time: ['s', 'ms', 'us'], displacement: ['m', 'mm', 'um'], force: ['N', 'kN'] } as const;

/** Force curves of instrumented tests. */
export function addForceCurveCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const curve = program.command('force-curve').description('force curves of instrumented tests');
  const load = () => import('../commands/force-curves.ts');
  curve
    .command('attach')
    .description('read a table of force over time or displacement and keep it with a specimen')
    .argument('<identifier>', 'of the specimen')
    .argument('<file>', 'CSV; columns and units are found in its header')
    .option('--impact-velocity <m/s>', 'v0; needed where the file has times only', numberBetween(1, 10))
    .option(
      '--pendulum-mass <kg>',
      'instead of the one that follows from the machine',
      numberBetween(0.1, 200),
    )
    .option(
      '--unit <column=unit...>',
      'of a column that does not say it: time=ms, force=kN …',
      gatherUnit,
      {},
    )
    .option('--general-yield <N>', 'Fgy, read off by you', force)
    .option('--maximum <N>', 'Fm, read off by you', force)
    .option('--unstable-initiation <N>', 'Fiu, read off by you', force)
    .option('--arrest <N>', 'Fa, read off by you', force)
    .option('--no-unstable-fracture', 'there was none, whatever the curve looks like')
    .option('--json', 'one JSON object, as the API shows it')
    .addOption(dataDirOption())
    .action(async (identifier, file, options) =>
      (await load()).attachForceCurve(await configOf(environment, options), identifier, file, options),
    );
  curve
    .command('show')
    .description('forces, energy, estimates of percent shear, and whether they fit the surface')
    .argument('<identifier>', 'of the specimen')
    .option('--json', 'one JSON object, as the API shows it')
    .addOption(dataDirOption())
    .action(async (identifier, options) =>
      (await load()).showForceCurve(await configOf(environment, options), identifier, options),
    );
  curve
    .command('files')
    .description('every file that was attached to a specimen, newest first')
    .argument('<identifier>', 'of the specimen')
    .option('--json', 'one JSON object a line, as the API shows it')
    .addOption(dataDirOption())
    .action(async (identifier, options) =>
      (await load()).listForceCurveFiles(await configOf(environment, options), identifier, options),
    );
  curve
    .command('download')
    .description('write a file that was attached, byte by byte as it came')
    .argument('<identifier>', 'of the specimen')
    .option('--sha256 <digest>', 'of an earlier file, or how its digest begins; otherwise that of the curve')
    .option('--out <file>', 'where to; otherwise under the name that it came with')
    .addOption(dataDirOption())
    .action(async (identifier, options) =>
      (await load()).downloadForceCurve(await configOf(environment, options), identifier, options),
    );
  curve
    .command('remove')
    .description('take the force curve off a specimen; its file stays')
    .argument('<identifier>', 'of the specimen')
    .addOption(dataDirOption())
    .action(async (identifier, options) =>
      (await load()).removeForceCurve(await configOf(environment, options), identifier),
    );
}

function gatherUnit(text: string, before: object): object {
  const [column = '', unit = ''] = text.split('=').map((part) => part.trim());
  const units: readonly string[] = known[column as keyof typeof known] ?? [];
  if (!units.includes(unit)) {
    throw new InvalidArgumentError('It must be time=s|ms|us, displacement=m|mm|um or force=N|kN.');
  }
  return { ...before, [column]: unit };
}
