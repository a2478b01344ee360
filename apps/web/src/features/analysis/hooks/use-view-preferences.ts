import { useSyncExternalStore } from 'react';
import { createStore } from '../../../shared/state/store.ts';

export interface ViewPreferences {
  readonly isMapShown: boolean;
  readonly isOutlineShown: boolean;
}

// Kept from picture to picture: who looks at maps looks at many.
const preferences = createStore<ViewPreferences>({ isMapShown: false, isOutlineShown: true });

/** What is drawn over pictures. */
export function useViewPreferences(): [ViewPreferences, (view: ViewPreferences) => void] {
  const value = useSyncExternalStore(preferences.subscribe, preferences.get);
  return [value, (view) => preferences.update(() => ({ ...view }))];
}
