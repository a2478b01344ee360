export type { FloatImage, ImagePoint, MaskImage, RgbImage } from './image/value-image.ts';
