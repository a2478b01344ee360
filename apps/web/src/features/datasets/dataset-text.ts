import type { Dataset, DatasetKind } from '@mlmcsc/contracts';
import { text } from './texts/text.ts';

export const KIND_TITLES: Readonly<Record<DatasetKind, string>> = {
  get labels() {
    return text.frozenLabels;
  },
  get training() {
    return text.learnedByModels;
  },
};

/** What a version is called where people read it. */
export function datasetTitle({ description, kind, source }: Dataset): string {
  if (description !== null) return description;
  if (kind === 'training') return text.whatAModelLearned;
  return source === 'imported' ? text.importedLabels : text.allLabels;
}

const FILTERS: Readonly<Record<string, string>> = {
  get heat() {
    return text.heat;
  },
  get specimen() {
    return text.specimen;
  },
  get technician() {
    return text.labelledBy;
  },
  get from() {
    return text.from;
  },
  get to() {
    return text.before;
  },
  get shear_min() {
    return text.atLeastShear;
  },
  get shear_max() {
    return text.atMostShear;
  },
  get width_mm() {
    return text.widthMm;
  },
};

/** The filter in words; null when the version takes everything. */
export function filterText({ filter }: Dataset): string | null {
  if (filter === null) return null;
  const parts = Object.entries(filter).map(([name, value]) => {
    if (name === 'held_out') return value === true ? text.onlyHeldOut : text.onlyTeaching;
    return `${FILTERS[name] ?? name} ${String(value)}`;
  });
  return parts.length === 0 ? null : parts.join(' · ');
}
