import { type Command, InvalidArgumentError, Option } from 'commander';
import { configOf, dataDirOption } from './installation-options.ts';
import { numberBetween } from './parse-number.ts';
import { parseTime } from './parse-time.ts';

/** Commands around frozen data. */
export function addDatasetCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  const dataset = program.command('dataset').description('frozen versions of the labelled pictures');
  dataset
    .command('create')
    .description('freeze the labels of now; the same data give the same version')
    .option('--description <text>', 'what it is for', parseText(500))
    .option('--heat <name>', 'only this heat', parseText(100))
    .option('--specimen <name>', 'only this specimen', parseText(100))
    .option('--technician <name>', 'only labels of this user or pseudonym', parseText(100))
    .option('--from <time>', 'only labels given at this time or later', parseTime)
    .option('--to <time>', 'only labels given before this time', parseTime)
    .option('--shear-min <percent>', 'only labels from this percent shear', numberBetween(0, 100))
    .option('--shear-max <percent>', 'only labels up to this percent shear', numberBetween(0, 100))
    .option('--width-mm <mm>', 'only specimens of this width', numberBetween(1, 30))
    .addOption(new Option('--held-out', 'only what judges models').conflicts('teaching'))
    .addOption(new Option('--teaching', 'only what teaches models'))
    .addOption(dataDirOption())
    .action(async ({ dataDir, heldOut, teaching, ...options }) => {
      const { createDatasetVersion } = await import('../commands/dataset.ts');
      const side = heldOut === true ? { heldOut: true } : teaching === true ? { heldOut: false } : {};
      await createDatasetVersion(await configOf(environment, { dataDir }), { ...options, ...side });
    });
  dataset
    .command('list')
    .description('all versions, newest first')
    .addOption(new Option('--kind <kind>', 'only these').choices(['labels', 'training']))
    .option('--json', 'one JSON object a line')
    .addOption(dataDirOption())
    .action(async (options) => {
      const { listDatasets } = await import('../commands/dataset.ts');
      await listDatasets(await configOf(environment, options), options);
    });
  dataset
    .command('show')
    .description('the manifest: one line of JSON a picture')
    .argument('<version>', 'digest, or its beginning', parseDigest)
    .addOption(dataDirOption())
    .action(async (version, options) => {
      const { showDataset } = await import('../commands/dataset.ts');
      await showDataset(await configOf(environment, options), version);
    });
  dataset
    .command('export')
    .description('manifest and pictures as one archive, or the labels in another form')
    .argument('<version>', 'digest, or its beginning', parseDigest)
    .requiredOption('--out <file>', 'a new file')
    .addOption(
      new Option('--format <name>', 'the archive, or the labels alone')
        .choices(['tar', 'coco', 'csv', 'ndjson'])
        .default('tar'),
    )
    .addOption(dataDirOption())
    .action(async (version, options) => {
      const { exportDataset } = await import('../commands/dataset.ts');
      await exportDataset(await configOf(environment, options), version, options);
    });
  dataset
    .command('verify')
    .description('compare manifest and pictures with their digests')
    .argument('<version>', 'digest, or its beginning', parseDigest)
    .option('--file <file>', 'an exported archive instead; needs no installation')
    .addOption(dataDirOption())
    .action(async (version, options) => {
      const { verifyDatasetVersion } = await import('../commands/dataset.ts');
      process.exitCode = await verifyDatasetVersion(() => configOf(environment, options), version, options);
    });
  dataset
    .command('import')
    .description('take an exported archive of another installation in, as a whole or not at all')
    .argument('<archive>', 'made by dataset export')
    .addOption(dataDirOption())
    .action(async (archive, options) => {
      const { importDatasetArchive } = await import('../commands/dataset.ts');
      await importDatasetArchive(await configOf(environment, options), archive);
    });
}

function parseDigest(text: string): string {
  if (/^[0-9a-f]{8,64}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('It must be 8 to 64 hexadecimal digits.');
}

const parseText = (longest: number) => (text: string) => {
  if (text.trim() !== '' && text.length <= longest) return text.trim();
  throw new InvalidArgumentError(`It must have 1 to ${longest} characters.`);
};
