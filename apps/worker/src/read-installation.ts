import type { Clock, InstallationFigures, Store } from '@mlmcsc/core';

const DAY_MS = 86_400_000;
const KEPT_MS = 60_000;

/** Reads the figures of the installation, at most once a minute however often a worker is scraped. */
export function readInstallation(store: Store, clock: Clock): () => Promise<InstallationFigures> {
  let known: { readonly until: number; readonly figures: InstallationFigures } | null = null;
  return async () => {
    const now = clock.now().getTime();
    if (known !== null && now < known.until) return known.figures;
    const figures = await store.rows.figures.since(new Date(now - DAY_MS));
    known = { until: now + KEPT_MS, figures };
    return figures;
  };
}
