import { Unprocessable } from '@mlmcsc/core';

export function damaged(cause?: unknown): Unprocessable {
  return new Unprocessable('image-truncated', 'The picture is damaged or incomplete; send it again.', {
    cause,
  });
}

export function unsupported(what: string): Unprocessable {
  return new Unprocessable(
    'image-type-unsupported',
    `This is ${what}; pictures must be JPEG, PNG, TIFF, WebP or BMP.`,
  );
}

export function tooManyPixels(limit: number): Unprocessable {
  return new Unprocessable(
    'image-too-many-pixels',
    `The picture has more than ${Math.round(limit / 1e6)} million pixels, or a side is too long; make it smaller.`,
  );
}

export function animated(): Unprocessable {
  return new Unprocessable(
    'image-animated',
    'The file holds several pictures (an animation or pages); save one of them and send that.',
  );
}
