import type { RetentionKind, RetentionPreview } from '@mlmcsc/contracts';
import { formatNumber } from '../../shared/format/format-value.ts';

/** The kinds for people. */
export const KIND_TEXTS: Readonly<Record<RetentionKind, { readonly title: string; readonly what: string }>> =
  {
    'unlabelled-pictures': {
      title: 'Unlabelled pictures',
      what: 'Pictures that nobody has labelled or painted, with their maps',
    },
    'labelled-pictures': {
      title: 'Labelled pictures',
      what: 'Pictures with a label or a painting, with their maps',
    },
    maps: { title: 'Maps', what: 'Maps and overlays of analyses; the pictures stay' },
  };

type PolicyPreview = RetentionPreview['policies'][number];

const REASONS: Readonly<Record<keyof PolicyPreview['spared'], string>> = {
  legal_hold: 'on legal hold',
  in_dataset: 'in a dataset version',
  gold_set: 'in the gold set',
  signed_report: 'in a signed report',
  laboratory_series: 'in a series',
  study: 'in a study',
};

/** How many stay, by reason; null when none does. */
export function sparedText({ spared, shared_objects }: PolicyPreview): string | null {
  const parts = (Object.keys(REASONS) as (keyof typeof REASONS)[])
    .filter((reason) => spared[reason] > 0)
    .map((reason) => `${formatNumber(spared[reason], 0)} ${REASONS[reason]}`);
  if (shared_objects > 0) parts.push(`${formatNumber(shared_objects, 0)} shared files`);
  return parts.length === 0 ? null : parts.join(', ');
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** `1 picture`, `2 pictures`; of maps analyses. */
export function rowsText({ kind, rows }: Pick<PolicyPreview, 'kind' | 'rows'>): string {
  const [one, many] = kind === 'maps' ? ['analysis', 'analyses'] : ['picture', 'pictures'];
  return `${formatNumber(rows, 0)} ${rows === 1 ? one : many}`;
}

/** A size with three digits at least, e.g. `1.7 GB`. */
export function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(value, unit === 0 ? 0 : 1)} ${UNITS[unit]}`;
}
