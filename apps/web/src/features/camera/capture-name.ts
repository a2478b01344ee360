import type { ImageContext } from '@mlmcsc/contracts';

/** Name of a captured picture: its specimen, or the time where none was named. */
export function captureName({ specimen, half }: ImageContext, now: Date): string {
  const named = specimen?.trim().replace(/[\\/:*?"<>|]/g, '_') ?? '';
  const time = now.toISOString().slice(0, 19).replace(/:/g, '').replace('T', '-');
  return `${named === '' ? `capture-${time}` : named}${half === undefined ? '' : `-${half}`}.jpg`;
}
