import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { decodeModel, encodeModel, type Model } from '@mlmcsc/learning';
import { buildModel, digestOf, errorsOf, evaluateModelFile, fitnessOf } from './build-model.ts';
import { parseOptions, USAGE } from './options.ts';
import { cardFacts, modelCard } from './report/model-card.ts';
import { createProgressLog } from './report/progress-log.ts';

/** Trains the default model and writes it with its card. */
async function main(argv: readonly string[]): Promise<void> {
  if (argv.includes('--help')) {
    console.log(USAGE);
    return;
  }
  const options = parseOptions(argv);
  const log = createProgressLog(console.log, () => performance.now());
  if (options.fitness || options.errors) {
    const table = options.fitness ? fitnessOf : errorsOf;
    for (const line of await table(decodeModel(readFileSync(options.out)), options, log)) console.log(line);
    return;
  }
  let model: Model;
  if (options.evaluateOnly) {
    model = decodeModel(readFileSync(options.out));
  } else {
    model = await buildModel(options, log);
    mkdirSync(dirname(options.out), { recursive: true });
    writeFileSync(options.out, encodeModel(model));
  }
  const bytes = encodeModel(model);
  const evaluation = await evaluateModelFile(model, options, log);
  const card = modelCard(cardFacts(model, digestOf(bytes), bytes.length), evaluation);
  writeFileSync(options.out.replace(/(\.mlmcsc)?$/, '.md'), card);
  console.log(`${options.out}: ${bytes.length} bytes, sha256 ${digestOf(bytes)}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isUsage =
    error instanceof RangeError || String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
  const text = isUsage ? `${(error as Error).message}\n${USAGE}` : ((error as Error).stack ?? String(error));
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
