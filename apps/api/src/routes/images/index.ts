import type { Endpoint } from '../../api-instance.ts';
import { getImage } from './get-image.ts';
import { getImageContent } from './get-image-content.ts';
import { getImageContentLink } from './get-image-content-link.ts';
import { getRegions } from './get-regions.ts';
import { paintRegions } from './paint-regions.ts';
import { uploadImage } from './upload-image.ts';

export const imageRoutes: readonly Endpoint[] = [
  uploadImage,
  getImage,
  getImageContent,
  getImageContentLink,
  paintRegions,
  getRegions,
];
