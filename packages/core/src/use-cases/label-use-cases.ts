import type { AnalysisRecord, ImageRecord, LabelRecord } from '../domain/records.ts';
import { Conflict, InvalidInput } from '../errors.ts';
import type { Rows } from '../ports/store.ts';
import { findAnalysisDetails } from './analysis-use-cases.ts';
import type { Dependencies } from './dependencies.ts';
import { enqueueLearning } from './job-use-cases.ts';
import { decideHeldOut, splitGroupOf } from './learning/hold-out.ts';
import type { UseCases } from './use-cases.ts';

/** Closer than this to the answer means that the technician agrees, points of percent shear. */
const agreementPoints = 0.05;

/** Judgements of technicians. */
export function createLabelUseCases(
  dependencies: Dependencies,
): Pick<UseCases, 'submitLabel' | 'listLabels'> {
  const { store, clock, ids } = dependencies;
  return {
    async submitLabel({ id, analysisId, shearPercent, notes, technician, username }) {
      if (!(shearPercent >= 0 && shearPercent <= 100)) {
        throw new InvalidInput('shear-out-of-range', 'Percent shear must be from 0 to 100.');
      }
      const { analysis, image } = await findAnalysisDetails(dependencies, analysisId);
      if (analysis.featuresKey === null) {
        throw new Conflict(
          'analysis-without-answer',
          'No fracture face was found in this picture, so there is nothing to judge; take a new picture.',
        );
      }
      return store.transaction(async (rows) => {
        const known = id == null ? null : await rows.labels.find(id);
        if (known !== null) return known;
        const label: LabelRecord = {
          id: id ?? ids.next(),
          analysisId,
          shearPercent,
          decision: decisionOf(analysis, shearPercent),
          notes: notes?.trim() ? notes.trim() : null,
          technician: technician ?? username,
          createdAt: clock.now(),
          ...unlearned,
          ...(await splitOf(rows, image)),
        };
        await rows.labels.insert(label);
        await enqueueLearning(dependencies, rows, username);
        await rows.audit.append({
          action: 'label.submitted',
          actor: username,
          subject: { kind: 'analysis', id: analysisId },
          details: { label_id: label.id, shear_percent: shearPercent, decision: label.decision },
        });
        await rows.events.publish({ type: 'label.created', labelId: label.id, analysisId });
        return label;
      });
    },
    async listLabels(analysisId) {
      await findAnalysisDetails(dependencies, analysisId);
      return store.rows.labels.list(analysisId);
    },
  };
}

const unlearned = {
  predictedPercent: null,
  predictedLower: null,
  predictedUpper: null,
  predictedBy: null,
  learnedIn: null,
  consideredIn: null,
} as const;

function decisionOf(analysis: AnalysisRecord, shearPercent: number): LabelRecord['decision'] {
  const agrees =
    analysis.shearPercent !== null && Math.abs(shearPercent - analysis.shearPercent) < agreementPoints;
  return agrees ? 'accepted' : 'corrected';
}

async function splitOf(rows: Rows, image: ImageRecord): Promise<Pick<LabelRecord, 'splitGroup' | 'heldOut'>> {
  const splitGroup = splitGroupOf(image);
  const [known, { groups }] = await Promise.all([
    rows.labels.isGroupHeldOut(splitGroup),
    rows.labels.counts(),
  ]);
  return { splitGroup, heldOut: known ?? decideHeldOut(splitGroup, groups) };
}
