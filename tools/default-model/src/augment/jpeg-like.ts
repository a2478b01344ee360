/**
 * What JPEG compression does to a picture, without the file: blocks of 8 × 8, cosine transform, quantisation of luma and
 * (half-resolution) chroma. Own code instead of an encoder, so that training gives the same bits on every machine.
 * @source ITU-T T.81 (1992), annexes A.3.3 and K.1 (tables), JFIF 1.02 (colour); quality scale as in the IJG's library
 */

// biome-ignore format: tables read best as squares
const LUMA = [
  16, 11, 10, 16, 24, 40, 51, 61,
  12, 12, 14, 19, 26, 58, 60, 55,
  14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77,
  24, 35, 55, 64, 81, 104, 113, 92,
  49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];
// biome-ignore format: tables read best as squares
const CHROMA = [
  17, 18, 24, 47, 99, 99, 99, 99,
  18, 21, 26, 66, 99, 99, 99, 99,
  24, 26, 56, 99, 99, 99, 99, 99,
  47, 66, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99,
];

/** `COSINES[8 * frequency + place]`, orthonormal. */
const COSINES = Float32Array.from({ length: 64 }, (_, i) => {
  const frequency = i >> 3;
  const scale = frequency === 0 ? Math.sqrt(1 / 8) : 0.5;
  return scale * Math.cos(((2 * (i & 7) + 1) * frequency * Math.PI) / 16);
});

/** Compresses and restores interleaved RGB (0 to 255) in place.
 * @param quality - 1 to 100 */
export function jpegLikeInPlace(rgb: Float32Array, width: number, height: number, quality: number): void {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const tableOf = (base: readonly number[]): Float32Array =>
    Float32Array.from(base, (q) => Math.max(1, Math.min(255, Math.floor((q * scale + 50) / 100))));
  const pixels = width * height;
  const halfWidth = (width + 1) >> 1;
  const halfHeight = (height + 1) >> 1;
  const luma = new Float32Array(pixels);
  const blue = new Float32Array(halfWidth * halfHeight);
  const red = new Float32Array(halfWidth * halfHeight);
  const count = new Float32Array(halfWidth * halfHeight);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const [r, g, b] = [rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]];
      luma[i] = 0.299 * r + 0.587 * g + 0.114 * b - 128;
      const half = (y >> 1) * halfWidth + (x >> 1);
      blue[half] += -0.168736 * r - 0.331264 * g + 0.5 * b;
      red[half] += 0.5 * r - 0.418688 * g - 0.081312 * b;
      count[half] += 1;
    }
  }
  for (let i = 0; i < count.length; i++) {
    blue[i] /= count[i];
    red[i] /= count[i];
  }
  quantisePlane(luma, width, height, tableOf(LUMA));
  const chroma = tableOf(CHROMA);
  quantisePlane(blue, halfWidth, halfHeight, chroma);
  quantisePlane(red, halfWidth, halfHeight, chroma);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const half = (y >> 1) * halfWidth + (x >> 1);
      const l = luma[i] + 128;
      rgb[3 * i] = l + 1.402 * red[half];
      rgb[3 * i + 1] = l - 0.344136 * blue[half] - 0.714136 * red[half];
      rgb[3 * i + 2] = l + 1.772 * blue[half];
    }
  }
}

function quantisePlane(plane: Float32Array, width: number, height: number, table: Float32Array): void {
  const block = new Float32Array(64);
  const half = new Float32Array(64);
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      for (let i = 0; i < 64; i++) {
        const y = Math.min(height - 1, top + (i >> 3));
        const x = Math.min(width - 1, left + (i & 7));
        block[i] = plane[y * width + x];
      }
      transform(block, half, false);
      for (let i = 0; i < 64; i++) block[i] = Math.round(block[i] / table[i]) * table[i];
      transform(block, half, true);
      for (let i = 0; i < 64; i++) {
        const y = top + (i >> 3);
        const x = left + (i & 7);
        if (y < height && x < width) plane[y * width + x] = block[i];
      }
    }
  }
}

/** Two-dimensional cosine transform of a block, or its inverse. */
function transform(block: Float32Array, half: Float32Array, isInverse: boolean): void {
  const row = isInverse ? 1 : 8;
  const step = isInverse ? 8 : 1;
  for (let y = 0; y < 8; y++) {
    for (let k = 0; k < 8; k++) {
      let sum = 0;
      for (let n = 0; n < 8; n++) sum += COSINES[k * row + n * step] * block[8 * y + n];
      half[8 * y + k] = sum;
    }
  }
  for (let x = 0; x < 8; x++) {
    for (let k = 0; k < 8; k++) {
      let sum = 0;
      for (let n = 0; n < 8; n++) sum += COSINES[k * row + n * step] * half[8 * n + x];
      block[8 * k + x] = sum;
    }
  }
}
