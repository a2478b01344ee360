import type { Label } from '@mlmcsc/contracts';
import type { LabelRecord } from '@mlmcsc/core';

/** A label as the API shows it. */
export const presentLabel = (label: LabelRecord): Label => ({
  id: label.id,
  analysis_id: label.analysisId,
  shear_percent: label.shearPercent,
  decision: label.decision,
  notes: label.notes,
  technician: label.technician,
  predicted_percent: label.predictedPercent,
  predicted_by: label.predictedBy,
  learned_in: label.learnedIn,
  held_out: label.heldOut,
  created_at: label.createdAt.toISOString(),
});
