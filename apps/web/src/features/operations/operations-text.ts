import type { Component, ComponentState, Operations } from '@mlmcsc/contracts';
import { fill } from '../../shared/language/fill.ts';
import { text } from './texts/text.ts';

const COMPONENT_KEYS = {
  database: 'database',
  schema: 'schema',
  objects: 'objects',
  cache: 'cache',
  champion: 'champion',
  workers: 'workers',
  queue: 'queue',
  backups: 'backups',
  'audit-trail': 'auditTrail',
  disk: 'disk',
} as const satisfies Record<Component['name'], keyof typeof text>;

/** A component in words; one of a newer server by its name. */
export const componentTitle = (name: string): string =>
  name in COMPONENT_KEYS ? text[COMPONENT_KEYS[name as Component['name']]] : name;

const REASON_KEYS = {
  'objects-unavailable': 'objectsUnavailable',
  'objects-refused': 'objectsRefused',
  'cache-unavailable': 'cacheUnavailable',
  'model-missing': 'modelMissing',
  'check-failed': 'checkFailed',
  'schema-behind': 'schemaBehind',
  'workers-silent': 'workersSilent',
  'queue-stands': 'queueStands',
  'jobs-dead': 'jobsDead',
  'backups-unplanned': 'backupsUnplanned',
  'backup-missing': 'backupMissing',
  'backup-old': 'backupOld',
  'backup-failed': 'backupFailed',
  'backup-unproven': 'backupUnproven',
  'proof-failed': 'proofFailed',
  'audit-trail-broken': 'auditTrailBroken',
  'audit-trail-unchecked': 'auditTrailUnchecked',
  'disk-low': 'diskLow',
  'disk-full': 'diskFull',
} as const satisfies Record<string, keyof typeof text>;

/** What is wrong and what to do; what a newer server says as it says it. */
export function reasonText({ reason, detail }: Pick<Component, 'reason' | 'detail'>): string | null {
  if (reason === null) return null;
  return reason in REASON_KEYS ? text[REASON_KEYS[reason as keyof typeof REASON_KEYS]] : (detail ?? reason);
}

/** Never told by the colour alone. */
export function stateWords(state: ComponentState): { readonly label: string; readonly color: string } {
  switch (state) {
    case 'ok':
      return { label: text.stateOk, color: 'teal' };
    case 'attention':
      return { label: text.stateAttention, color: 'orange' };
    case 'failed':
      return { label: text.stateFailed, color: 'red' };
    case 'unused':
      return { label: text.stateUnused, color: 'gray' };
  }
}

/** In one sentence, the worst first. */
export function statusSentence({ components }: Pick<Operations, 'components'>): string {
  const namesOf = (state: ComponentState) =>
    components
      .filter((one) => one.state === state)
      .map(({ name }) => componentTitle(name))
      .join(', ');
  const failed = namesOf('failed');
  const attention = namesOf('attention');
  if (failed === '' && attention === '') return text.allWell;
  return [
    ...(failed === '' ? [] : [fill(text.failedOnes, { names: failed })]),
    ...(attention === '' ? [] : [fill(text.attentionOnes, { names: attention })]),
  ].join(' ');
}

const LANE_KEYS = { batch: 'batches', learning: 'learning', maintenance: 'maintenance' } as const;

export const laneTitle = (lane: keyof typeof LANE_KEYS): string => text[LANE_KEYS[lane]];

const KIND_KEYS = {
  picture: 'kindPicture',
  rendition: 'kindRendition',
  thumbnail: 'kindThumbnail',
  map: 'kindMap',
  overlay: 'kindOverlay',
  features: 'kindFeatures',
  regions: 'kindRegions',
  'force-curve': 'kindForceCurve',
  dataset: 'kindDataset',
  model: 'kindModel',
} as const satisfies Record<string, keyof typeof text>;

export const storedKindTitle = (kind: string): string =>
  kind in KIND_KEYS ? text[KIND_KEYS[kind as keyof typeof KIND_KEYS]] : kind;

/** A plan's interval, e.g. `every 60 minutes` or `every 24 hours`. */
export function intervalText(seconds: number): string {
  return seconds < 7_200
    ? fill(text.everyMinutes, { minutes: Math.round(seconds / 60) })
    : fill(text.everyHours, { hours: Math.round(seconds / 3_600) });
}
