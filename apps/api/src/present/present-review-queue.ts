import type { ReviewQueue } from '@mlmcsc/contracts';
import {
  candidateWindow,
  labelsBeforeChoosing,
  labelWindow,
  type PictureToLabel,
  type ReviewQueue as Queue,
} from '@mlmcsc/core';

/** The queue as the API shows it. */
export const presentReviewQueue = (queue: Queue): ReviewQueue => ({
  strategy: queue.strategy,
  is_default: queue.isDefault,
  labels: queue.labels,
  labels_before_choosing: labelsBeforeChoosing,
  candidates: queue.candidates,
  candidate_window: candidateWindow,
  label_window: labelWindow,
  to_label: queue.toLabel.map(pictureOf),
  to_check: queue.toCheck.map((one) => ({
    ...pictureOf(one),
    label_percent: one.labelPercent,
    technician: one.technician,
    priority: one.priority,
  })),
  readers: queue.readers.map(({ technician, readings, bias, deviation, detail }) => ({
    ...{ technician, readings, bias, deviation, detail },
  })),
});

const pictureOf = ({ analysis, image, reasons }: PictureToLabel) => ({
  analysis_id: analysis.id,
  image_id: image.id,
  file_name: image.fileName,
  specimen: image.specimen,
  heat: image.heat,
  shear_percent: analysis.shearPercent,
  lower: analysis.lower,
  upper: analysis.upper,
  reasons: reasons.map(({ code, detail, value }) => ({ code, detail, value })),
});
