import type { ImageRendition } from '@mlmcsc/contracts';
import { apiUrl } from './api.ts';

/** Address of a picture for the screen or for a list. */
export function imageUrl(imageId: string, rendition: ImageRendition): string {
  return apiUrl(`/images/${encodeURIComponent(imageId)}/content`, { rendition });
}

/** Address of the coloured shear map, transparent outside the face; same frame as the picture. */
export function overlayUrl(analysisId: string): string {
  return apiUrl(`/analyses/${encodeURIComponent(analysisId)}/overlay`);
}
