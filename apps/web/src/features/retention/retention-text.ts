import type { RetentionKind, RetentionPreview } from '@mlmcsc/contracts';
import { formatNumber } from '../../shared/format/format-value.ts';
import { fill, fillCount } from '../../shared/language/fill.ts';
import { text } from './texts/text.ts';

/** The kinds for people. */
export const KIND_TEXTS: Readonly<Record<RetentionKind, { readonly title: string; readonly what: string }>> =
  {
    'unlabelled-pictures': {
      get title() {
        return text.unlabelledPictures;
      },
      get what() {
        return text.picturesThatNobodyHas;
      },
    },
    'labelled-pictures': {
      get title() {
        return text.labelledPictures;
      },
      get what() {
        return text.picturesWithALabel;
      },
    },
    maps: {
      get title() {
        return text.maps;
      },
      get what() {
        return text.mapsAndOverlaysOf;
      },
    },
  };

type PolicyPreview = RetentionPreview['policies'][number];

const REASONS: Readonly<Record<keyof PolicyPreview['spared'], string>> = {
  get legal_hold() {
    return text.onLegalHold;
  },
  get in_dataset() {
    return text.inADatasetVersion;
  },
  get gold_set() {
    return text.inTheGoldSet;
  },
  get signed_report() {
    return text.inASignedReport;
  },
  get laboratory_series() {
    return text.inASeries;
  },
  get study() {
    return text.inAStudy;
  },
};

/** How many stay, by reason; null when none does. */
export function sparedText({ spared, shared_objects }: PolicyPreview): string | null {
  const parts = (Object.keys(REASONS) as (keyof typeof REASONS)[])
    .filter((reason) => spared[reason] > 0)
    .map((reason) => `${formatNumber(spared[reason], 0)} ${REASONS[reason]}`);
  if (shared_objects > 0)
    parts.push(fill(text.sharedFiles, { sharedObjects: formatNumber(shared_objects, 0) }));
  return parts.length === 0 ? null : parts.join(', ');
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** `1 picture`, `2 pictures`; of maps analyses. */
export function rowsText({ kind, rows }: Pick<PolicyPreview, 'kind' | 'rows'>): string {
  return fillCount(kind === 'maps' ? text.countOfAnalyses : text.countOfPictures, rows);
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
