import { describeDrift } from '../drift/drift-signals.ts';
import { NotFound } from '../errors.ts';
import type { DomainEvent, Rows } from '../ports/store.ts';

/** One kind of event that other systems can be told of. */
export interface WebhookEventDefinition {
  readonly meaning: string;
  /** What happens inside; null for events that are made otherwise. */
  readonly from: DomainEvent['type'] | null;
  /** What is told, from rows that never change; names of people are not in it. */
  readonly data: (
    rows: Rows,
    subject: Readonly<Record<string, string>>,
  ) => Promise<Readonly<Record<string, unknown>>>;
}

/** Every event, once; a new kind is an entry here and a name in the contracts. */
export const WEBHOOK_EVENTS = {
  'analysis.completed': {
    meaning: 'A picture was measured.',
    from: 'analysis.created',
    async data(rows, { analysisId = '' }) {
      const analysis = required(await rows.analyses.find(analysisId), analysisId);
      const image = required(await rows.images.find(analysis.imageId), analysis.imageId);
      return {
        analysis_id: analysis.id,
        image_id: image.id,
        specimen: image.specimen,
        heat: image.heat,
        status: analysis.status,
        reason: analysis.reason,
        shear_percent: analysis.shearPercent,
        lower: analysis.lower,
        upper: analysis.upper,
        interval_level: analysis.intervalLevel,
        model_version: analysis.modelVersion,
        model_digest: analysis.modelDigest,
      };
    },
  },
  'label.submitted': {
    meaning: 'A person accepted or corrected a value.',
    from: 'label.created',
    async data(rows, { labelId = '' }) {
      const label = required(await rows.labels.find(labelId), labelId);
      const analysis = required(await rows.analyses.find(label.analysisId), label.analysisId);
      const image = required(await rows.images.find(analysis.imageId), analysis.imageId);
      return {
        label_id: label.id,
        analysis_id: analysis.id,
        image_id: image.id,
        specimen: image.specimen,
        heat: image.heat,
        shear_percent: label.shearPercent,
        decision: label.decision,
        measured_percent: analysis.shearPercent,
      };
    },
  },
  'model.promoted': {
    meaning: 'Another model answers from now on.',
    from: 'model.promoted',
    async data(rows, { version = '' }) {
      const model = required(await rows.models.find(version), version);
      return {
        version: model.version,
        digest: model.digest,
        origin: model.origin,
        parent_version: model.parentVersion,
        label_count: model.labelCount,
      };
    },
  },
  'dataset.created': {
    meaning: 'A version of the labelled data was frozen, or taken in from elsewhere.',
    from: 'dataset.created',
    async data(rows, { digest = '' }) {
      const version = required(await rows.datasets.find(digest), digest);
      return {
        digest: version.digest,
        source: version.source,
        items: version.items,
        held_out: version.heldOut,
        description: version.description,
      };
    },
  },
  'specimen.changed': {
    meaning: 'A specimen was entered, changed or deleted, or a picture was linked to it.',
    from: 'specimen.changed',
    async data(rows, { specimenId = '', revision = '' }) {
      const kept = required(
        await rows.laboratory.revisions.find('specimen', specimenId, Number(revision)),
        specimenId,
      );
      return { revision: kept.revision, change: kept.change, fields: kept.fields, specimen: kept.record };
    },
  },
  'specimens.imported': {
    meaning: 'A list of specimens was read in.',
    from: 'specimens.imported',
    async data(rows, { importId = '' }) {
      const made = required(await rows.laboratory.imports.find(importId), importId);
      return { import_id: made.id, sha256: made.sha256, specimens: made.specimens };
    },
  },
  'drift.raised': {
    meaning: 'Pictures, answers or labels are not as they were.',
    from: 'drift.raised',
    async data(rows, { findingId = '' }) {
      const finding = required(await rows.drift.findFinding(findingId), findingId);
      const { signal, statistic, threshold, usual, seen, since, detectedAt, analysisId } = finding;
      return {
        ...{ finding_id: finding.id, signal, direction: finding.direction },
        ...describeDrift(signal, finding),
        ...{ statistic, threshold, usual, seen, since, detected_at: detectedAt, analysis_id: analysisId },
      };
    },
  },
  'webhook.test': {
    meaning: 'Somebody tries the subscription out; it is sent whatever the subscription asks for.',
    from: null,
    data: async () => ({ message: 'It works.' }),
  },
} as const satisfies Readonly<Record<string, WebhookEventDefinition>>;

export type WebhookEventType = keyof typeof WEBHOOK_EVENTS;

/** Which event of other systems an event inside is; null for those that nobody outside is told of. */
export function webhookEventOf(
  event: DomainEvent,
): { readonly type: WebhookEventType; readonly subject: Readonly<Record<string, string>> } | null {
  const { type: from, ...subject } = event;
  const found = Object.entries(WEBHOOK_EVENTS).find(([, definition]) => definition.from === from);
  return found === undefined ? null : { type: found[0] as WebhookEventType, subject };
}

function required<T>(found: T | null, id: string): T {
  if (found === null)
    throw new NotFound('webhook-subject-missing', `What the event is about, ${id}, is gone.`);
  return found;
}
