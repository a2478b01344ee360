import type { Dataset, DatasetKind } from '@mlmcsc/contracts';

export const KIND_TITLES: Readonly<Record<DatasetKind, string>> = {
  labels: 'Frozen labels',
  training: 'Learned by models',
};

/** What a version is called where people read it. */
export function datasetTitle({ description, kind, source }: Dataset): string {
  if (description !== null) return description;
  if (kind === 'training') return 'What a model learned';
  return source === 'imported' ? 'Imported labels' : 'All labels';
}

const FILTERS: Readonly<Record<string, string>> = {
  heat: 'heat',
  specimen: 'specimen',
  technician: 'labelled by',
  from: 'from',
  to: 'before',
  shear_min: 'at least % shear',
  shear_max: 'at most % shear',
  width_mm: 'width, mm',
};

/** The filter in words; null when the version takes everything. */
export function filterText({ filter }: Dataset): string | null {
  if (filter === null) return null;
  const parts = Object.entries(filter).map(([name, value]) => {
    if (name === 'held_out') return value === true ? 'only held out' : 'only teaching';
    return `${FILTERS[name] ?? name} ${String(value)}`;
  });
  return parts.length === 0 ? null : parts.join(' · ');
}
