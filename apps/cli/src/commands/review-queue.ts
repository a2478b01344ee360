import {
  type LabelToCheck,
  labelsBeforeChoosing,
  type PictureToLabel,
  type ReviewQueueRequest,
  readReviewQueue,
} from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { withProduct } from './with-product.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** `mlmcsc review-queue`. */
export const showReviewQueue = (
  config: Config,
  { json = false, ...request }: ReviewQueueRequest & { readonly json?: boolean },
): Promise<void> =>
  withProduct(config, async ({ dependencies }) => {
    const queue = await readReviewQueue(dependencies, request);
    const { toLabel, toCheck, readers, candidates } = queue;
    if (json) {
      for (const one of toLabel) print(JSON.stringify({ kind: 'to-label', ...fieldsOf(one) }));
      for (const one of toCheck) {
        const { labelPercent: label_percent, technician, priority } = one;
        print(JSON.stringify({ kind: 'to-check', ...fieldsOf(one), label_percent, technician, priority }));
      }
      for (const reader of readers) print(JSON.stringify({ kind: 'reader', ...reader }));
      return;
    }
    const why = queue.isDefault
      ? ` (labels so far: ${queue.labels}; by hybrid from ${labelsBeforeChoosing} on)`
      : '';
    print(
      `To label, by ${queue.strategy}${why}: ${toLabel.length} of ${candidates} pictures without a label`,
    );
    for (const one of toLabel) print(`  ${lineOf(one)}`);
    print(`To check: ${toCheck.length} labels`);
    for (const one of toCheck) print(`  ${one.priority}  ${one.technician}  ${lineOf(one)}`);
    print(`Readers who stand out: ${readers.length}`);
    for (const { technician, detail } of readers) print(`  ${technician}  ${detail}`);
  });

type Listed = PictureToLabel | LabelToCheck;

function lineOf({ analysis, image, reasons }: Listed): string {
  const value = analysis.shearPercent === null ? '–' : `${analysis.shearPercent.toFixed(1)} %`;
  return `${analysis.id}  ${image.fileName}  ${value}  ${reasons.map(({ detail }) => detail).join(' ')}`;
}

const fieldsOf = ({ analysis, image, reasons }: Listed) => ({
  analysis_id: analysis.id,
  image_id: image.id,
  file_name: image.fileName,
  specimen: image.specimen,
  heat: image.heat,
  shear_percent: analysis.shearPercent,
  lower: analysis.lower,
  upper: analysis.upper,
  reasons,
});
