import { type HistorySearch, parseHistorySearch } from './history-search.ts';

/** Filters under a name. */
export interface SavedView {
  readonly name: string;
  /** Without a place: a view begins with its newest page. */
  readonly search: HistorySearch;
}

export const mostViews = 30;
export const longestName = 60;

/** The views that were kept as text; what does not fit any more is left out, so that no old entry can break the page. */
export function parseSavedViews(kept: string | null): readonly SavedView[] {
  if (kept === null) return [];
  try {
    const entries: unknown = JSON.parse(kept);
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((entry: unknown) => {
      const { name, search } = (entry ?? {}) as { name?: unknown; search?: unknown };
      if (typeof name !== 'string' || name.trim() === '' || typeof search !== 'object' || search === null)
        return [];
      return [viewOf(name, parseHistorySearch(search as Record<string, unknown>))];
    });
  } catch {
    return [];
  }
}

/** With this view in order of names, in place of one that has the name already. */
export function withView(
  views: readonly SavedView[],
  name: string,
  search: HistorySearch,
): readonly SavedView[] {
  const added = viewOf(name, search);
  return [...withoutView(views, added.name), added]
    .sort((one, other) => one.name.localeCompare(other.name))
    .slice(0, mostViews);
}

export const withoutView = (views: readonly SavedView[], name: string): readonly SavedView[] =>
  views.filter((view) => view.name !== name);

/** Whether these are the filters of the view, on whichever page. */
export function isOpen({ search }: SavedView, shown: HistorySearch): boolean {
  const names = Object.keys({ ...search, ...shown }) as (keyof HistorySearch)[];
  return names.every((name) => name === 'cursor' || search[name] === shown[name]);
}

function viewOf(name: string, { cursor: _place, ...search }: HistorySearch): SavedView {
  return { name: name.trim().slice(0, longestName), search };
}

/** Views are a person's own, in this browser. */
const keyOf = (userId: string): string => `mlmcsc.history-views.${userId}`;

export function readViews(userId: string): readonly SavedView[] {
  try {
    return parseSavedViews(localStorage.getItem(keyOf(userId)));
  } catch {
    return [];
  }
}

export function keepViews(userId: string, views: readonly SavedView[]): void {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(views));
  } catch {
    // Storage is blocked or full: they then live as long as the page.
  }
}
