import { type Reproduction, reproduceModel } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { exitCodes } from '../console/command-failure.ts';
import { withProduct } from './with-product.ts';

/** `mlmcsc model reproduce`: learns a model again from its dataset version. @returns the exit code */
export async function reproduceModelVersion(
  config: Config,
  version: string,
  { remeasure = false, json = false }: { readonly remeasure?: boolean; readonly json?: boolean },
): Promise<number> {
  const result = await withProduct(config, ({ dependencies }) =>
    reproduceModel(dependencies, { version, remeasure, signal: new AbortController().signal }),
  );
  process.stdout.write(`${json ? JSON.stringify(result) : describe(result)}\n`);
  return result.outcome === 'same' ? exitCodes.ok : exitCodes.failed;
}

function describe(result: Reproduction): string {
  if (result.outcome === 'impossible') return `? ${result.version} cannot be made again: ${result.reason}`;
  const { version, labels, steps, measured, datasetDigest, differs } = result;
  const how = `${labels} labels of dataset ${datasetDigest.slice(0, 12)}, ${steps} ${steps === 1 ? 'step' : 'steps'}, ${measured} pictures measured again`;
  if (differs === null) return `✓ ${version} came out the same, bit for bit (${how})`;
  return `✗ ${differs.version} came out otherwise (${how}): ${differs.made} instead of ${differs.wanted}`;
}
