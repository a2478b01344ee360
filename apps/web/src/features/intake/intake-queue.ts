/** Where a picture of the queue stands; `held`: the server cannot be reached, the picture is kept here. */
export type QueueState = 'waiting' | 'held' | 'uploading' | 'uploaded' | 'analysing' | 'done' | 'failed';

/** One picture of the technician's queue. Server data is held by identifier only. */
export interface QueueItem {
  readonly key: string;
  readonly fileName: string;
  readonly state: QueueState;
  readonly imageId: string | null;
  readonly analysisId: string | null;
  /** The batch job that analyses it, if any. */
  readonly jobId: string | null;
  readonly error: string | null;
}

export interface QueueSnapshot {
  readonly items: readonly QueueItem[];
  readonly selectedKey: string | null;
}

export const EMPTY_QUEUE: QueueSnapshot = { items: [], selectedKey: null };

/** The queue with one item changed; unknown keys change nothing. */
export function changeItem(queue: QueueSnapshot, key: string, change: Partial<QueueItem>): QueueSnapshot {
  return {
    ...queue,
    items: queue.items.map((item) => (item.key === key ? { ...item, ...change } : item)),
  };
}

/** The queue with new items at its end; the first of them is selected when nothing useful was. */
export function appendItems(queue: QueueSnapshot, items: readonly QueueItem[]): QueueSnapshot {
  const selected = queue.items.find((item) => item.key === queue.selectedKey);
  return {
    items: [...queue.items, ...items],
    selectedKey: items[0] === undefined && selected !== undefined ? selected.key : (items[0]?.key ?? null),
  };
}

/** The queue without one item; its neighbour is selected in its place. */
export function removeItem(queue: QueueSnapshot, key: string): QueueSnapshot {
  const index = queue.items.findIndex((item) => item.key === key);
  if (index < 0) return queue;
  const items = queue.items.filter((item) => item.key !== key);
  const selectedKey =
    queue.selectedKey === key ? (items[Math.min(index, items.length - 1)]?.key ?? null) : queue.selectedKey;
  return { items, selectedKey };
}

/** The selection moved by `offset` places, held at the ends. */
export function moveSelection(queue: QueueSnapshot, offset: number): QueueSnapshot {
  const index = queue.items.findIndex((item) => item.key === queue.selectedKey);
  const target = queue.items[Math.min(queue.items.length - 1, Math.max(0, index + offset))];
  return target === undefined || target.key === queue.selectedKey
    ? queue
    : { ...queue, selectedKey: target.key };
}

/** How far the queue has come. */
export function countQueue(items: readonly QueueItem[]): {
  total: number;
  done: number;
  failed: number;
  busy: number;
  held: number;
} {
  const done = items.filter((item) => item.state === 'done').length;
  const failed = items.filter((item) => item.state === 'failed').length;
  const held = items.filter((item) => item.state === 'held').length;
  return { total: items.length, done, failed, busy: items.length - done - failed, held };
}

/** The queue as text that outlives a reload. Pictures that never reached the server lie in the outbox. */
export function serialiseQueue(queue: QueueSnapshot): string {
  const items = queue.items.filter(
    (item) => item.analysisId !== null || (item.jobId !== null && item.imageId !== null),
  );
  return JSON.stringify({ items, selectedKey: queue.selectedKey });
}

/** The queue from such a text; empty for anything else. */
export function restoreQueue(text: string | null): QueueSnapshot {
  if (text === null) return EMPTY_QUEUE;
  try {
    const value = JSON.parse(text) as QueueSnapshot;
    if (!Array.isArray(value.items) || !value.items.every(isQueueItem)) return EMPTY_QUEUE;
    const selected = value.items.find((item) => item.key === value.selectedKey) ?? value.items[0];
    return { items: value.items, selectedKey: selected?.key ?? null };
  } catch {
    return EMPTY_QUEUE;
  }
}

function isQueueItem(value: Partial<QueueItem> | null): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof value.key === 'string' &&
    typeof value.fileName === 'string' &&
    typeof value.state === 'string' &&
    (typeof value.analysisId === 'string' || typeof value.jobId === 'string')
  );
}
