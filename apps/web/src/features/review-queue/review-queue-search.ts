import type { SelectionStrategy } from '@mlmcsc/contracts';
import { text } from './texts/text.ts';

/** What the page of the review queue shows, as it stands in the address. */
export interface ReviewQueueSearch {
  /** @default what the number of labels suggests */
  strategy?: SelectionStrategy;
  /** Of `random`. @default 0 */
  seed?: number;
}

/** Where in the queue a picture was opened from; without `queue` it was opened from elsewhere. */
export interface QueueWalk extends ReviewQueueSearch {
  queue?: 'label' | 'check';
  /** The analysis whose reading was saved just now. */
  saved?: string;
}

export const STRATEGIES: readonly { readonly value: SelectionStrategy; readonly label: string }[] = [
  {
    value: 'hybrid',
    get label() {
      return text.hybrid;
    },
  },
  {
    value: 'uncertainty',
    get label() {
      return text.uncertainty;
    },
  },
  {
    value: 'diversity',
    get label() {
      return text.diversity;
    },
  },
  {
    value: 'random',
    get label() {
      return text.random;
    },
  },
];

const LARGEST_SEED = 2_147_483_647;

/** Reads an address; whatever does not fit is left out, so that no link can break the page. */
export function parseReviewQueueSearch(raw: Record<string, unknown>): ReviewQueueSearch {
  const strategy = STRATEGIES.find(({ value }) => value === raw.strategy)?.value;
  const search: ReviewQueueSearch = {};
  if (strategy !== undefined) search.strategy = strategy;
  const seed = Number(raw.seed);
  if (strategy === 'random' && Number.isInteger(seed) && seed > 0 && seed <= LARGEST_SEED) search.seed = seed;
  return search;
}

/** As `parseReviewQueueSearch`, for the page of a picture. */
export function parseQueueWalk(raw: Record<string, unknown>): QueueWalk {
  if (raw.queue !== 'label' && raw.queue !== 'check') return {};
  return {
    ...parseReviewQueueSearch(raw),
    queue: raw.queue,
    ...(typeof raw.saved === 'string' ? { saved: raw.saved } : {}),
  };
}
