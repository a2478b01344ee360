import { pipelineVersionWith } from '@mlmcsc/core/measure';
import { evaluateModel } from '@mlmcsc/learning';
import { exitCodes } from '../console/command-failure.ts';
import { measureLabelledFiles } from '../labels/measure-labelled-files.ts';
import { loadModel } from '../model/load-model.ts';
import { samplesForHead } from '../plug-ins/backbone-model.ts';
import type { PlugInOptions } from '../plug-ins/plug-ins-of.ts';
import { evaluationJson } from '../report/evaluation-json.ts';
import { evaluationText } from '../report/evaluation-text.ts';

export interface EvaluateOptions extends PlugInOptions {
  readonly images: string;
  readonly model?: string;
  readonly json?: boolean;
}

/** `mlmcsc evaluate`: compares a model with labels; nothing is learned. @returns the exit code */
export async function evaluate(table: string, options: EvaluateOptions): Promise<number> {
  const loaded = await loadModel(options.model, options);
  const { samples, unreadable } = await measureLabelledFiles(table, options.images, loaded);
  const { figures, level } = evaluateModel(loaded.model, samplesForHead(loaded, samples));
  const identity = { version: loaded.version, digest: loaded.digest };
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify({ model: identity, pipeline_version: pipelineVersionWith(loaded.plugIns.files), unreadable: unreadable.length, ...evaluationJson(figures, level) })}\n`
      : `${loaded.version} (${loaded.digest.slice(0, 12)}) on ${figures.total} labels\n\n${evaluationText(figures, level)}\n`,
  );
  return unreadable.length > 0 ? exitCodes.unreadableFiles : exitCodes.ok;
}
