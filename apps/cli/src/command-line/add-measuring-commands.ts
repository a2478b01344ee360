import { strategyNames } from '@mlmcsc/learning';
import { type Command, Option } from 'commander';
import { numberBetween, wholeNumberBetween } from './parse-number.ts';

const detectorOption = (): Option =>
  new Option('--detector <file>', 'find faces with an ONNX detector of your own');
const backboneOption = (): Option =>
  new Option('--backbone <file>', 'describe faces with an ONNX feature network of your own, too');

/** Commands that need no server. */
export function addMeasuringCommands(program: Command): void {
  program
    .command('analyse')
    .description('measure pictures: one line each, JSON unless a person watches')
    .argument('<image|folder...>', 'pictures, or folders that are searched to the bottom')
    .option('--model <file>', 'model artefact instead of the one that ships')
    .addOption(detectorOption())
    .addOption(backboneOption())
    .option('--json', 'JSON lines also on a terminal')
    .option('--overlay <folder>', 'write each picture with outline and map there')
    .option(
      '--map <folder>',
      'write each per-pixel shear map there (PNG, 255 = shear, 1 = cleavage, 0 = outside)',
    )
    .option('--width-mm <mm>', 'specimen width W when it is not 10', numberBetween(1, 30))
    .option('--px-per-mm <number>', 'stored calibration', numberBetween(0.1, 10_000))
    .action(async (paths, options) => {
      const { analyse } = await import('../commands/analyse.ts');
      process.exitCode = await analyse(paths, options);
    });
  program
    .command('learn')
    .description('learn labels into a new model and print its evaluation')
    .argument(
      '<labels.csv>',
      'columns file, shear_percent; optional specimen, heat, technician, weight, regions',
    )
    .requiredOption('--images <folder>', 'where the files of the table are')
    .requiredOption('--out <file>', 'where the new model is written')
    .option('--from <file>', 'model to start from instead of the one that ships')
    .addOption(
      new Option('--strategy <name>', 'how labels count').choices([...strategyNames]).default('immediate'),
    )
    .option('--keep-map', 'leave the map of shear as it is; only the head learns')
    .addOption(detectorOption())
    .addOption(backboneOption())
    .option('--json', 'print the evaluation as JSON')
    .action(async (table, options) => {
      const { learn } = await import('../commands/learn.ts');
      process.exitCode = await learn(table, options);
    });
  program
    .command('evaluate')
    .description('compare a model with labels; nothing is learned')
    .argument('<labels.csv>', 'as for learn')
    .requiredOption('--images <folder>', 'where the files of the table are')
    .option('--model <file>', 'model artefact instead of the one that ships')
    .addOption(detectorOption())
    .addOption(backboneOption())
    .option('--json', 'print the figures as JSON')
    .action(async (table, options) => {
      const { evaluate } = await import('../commands/evaluate.ts');
      process.exitCode = await evaluate(table, options);
    });
  program
    .command('compare-selection')
    .description('what choosing the next picture saves against random choice, on labels of your own')
    .argument('<labels.csv>', 'as for learn')
    .requiredOption('--images <folder>', 'where the files of the table are')
    .option('--model <file>', 'model artefact instead of the one that ships')
    .addOption(
      new Option('--repeats <number>', 'random splits by heat or specimen')
        .argParser(wholeNumberBetween(2, 100))
        .default(10),
    )
    .addOption(
      new Option('--batch <number>', 'labels between two choices')
        .argParser(wholeNumberBetween(1, 100))
        .default(5),
    )
    .addOption(
      new Option('--counts <numbers>', 'numbers of labels to compare at, by comma')
        .argParser(parseCounts)
        .default([10, 25, 50, 100, 200], '10,25,50,100,200'),
    )
    .addOption(
      new Option('--seed <number>', 'of splits and lots')
        .argParser(wholeNumberBetween(0, 2_147_483_647))
        .default(1),
    )
    .option('--json', 'print the comparison as JSON')
    .action(async (table, options) => {
      const { compareSelectionWays } = await import('../commands/compare-selection.ts');
      process.exitCode = await compareSelectionWays(table, options);
    });
}

/** Ascending numbers of labels. @throws InvalidArgumentError */
function parseCounts(text: string): number[] {
  const read = wholeNumberBetween(1, 1_000_000);
  return [...new Set(text.split(',').map((part) => read(part.trim())))].sort((a, b) => a - b);
}
