import { mkdir } from 'node:fs/promises';
import { exitCodes } from '../console/command-failure.ts';
import { listPictureFiles } from '../measure-files/list-picture-files.ts';
import { measureFiles } from '../measure-files/measure-files.ts';
import { resultLine, resultRow, resultRowHeader } from '../measure-files/result-line.ts';
import { loadModel } from '../model/load-model.ts';
import type { PlugInOptions } from '../plug-ins/plug-ins-of.ts';

export interface AnalyseOptions extends PlugInOptions {
  readonly model?: string;
  readonly json?: boolean;
  readonly overlay?: string;
  readonly map?: string;
  readonly widthMm?: number;
  readonly pxPerMm?: number;
}

/** `mlmcsc analyse`: one line a picture, in the order given, as soon as it is known. @returns the exit code */
export async function analyse(
  paths: readonly string[],
  options: AnalyseOptions,
  output: NodeJS.WriteStream = process.stdout,
): Promise<number> {
  const model = await loadModel(options.model, options);
  const files = await listPictureFiles(paths);
  for (const folder of [options.overlay, options.map]) {
    if (folder !== undefined) await mkdir(folder, { recursive: true });
  }
  // People see a table; programs, pipes and files get JSON.
  const asJson = options.json === true || !output.isTTY;
  const fileWidth = Math.min(60, Math.max(...files.map((file) => file.length)));
  if (!asJson) output.write(`${resultRowHeader(fileWidth)}\n`);
  let unreadable = 0;
  const results = measureFiles(files, {
    model,
    widthMm: options.widthMm ?? null,
    pxPerMm: options.pxPerMm ?? null,
    overlayFolder: options.overlay ?? null,
    mapFolder: options.map ?? null,
    // On a terminal the lines themselves show the progress, and a bar would run into them.
    showProgress: !output.isTTY,
  });
  for await (const result of results) {
    if (result.status === 'unreadable') unreadable++;
    output.write(`${asJson ? resultLine(result, model) : resultRow(result, fileWidth)}\n`);
  }
  return unreadable > 0 ? exitCodes.unreadableFiles : exitCodes.ok;
}
