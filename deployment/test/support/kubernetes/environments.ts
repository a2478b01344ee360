import { render } from './render.ts';

/** What is rendered, folder by folder below `deployment/kubernetes`. */
export const FOLDERS = ['overlays/staging', 'overlays/production'] as const;

/** All folders with their objects; each is rendered once for a file of tests. */
export const renderAll = () =>
  Promise.all(FOLDERS.map(async (folder) => ({ folder, manifests: await render(folder) })));

/** Templates that are in no overlay. */
export const TEMPLATES = ['templates/replica-cluster', 'templates/restored-cluster'] as const;
