/** Depths that cameras deliver inside 16 bits. */
const cameraBits = [8, 10, 12, 14, 16] as const;

/** Turns samples of up to 16 bits into 8-bit RGB. A 12-bit camera fills only the lowest 12 bits: the smallest usual depth
 * that holds the brightest sample is taken as full scale, so that such a picture is not black.
 * @param samples - interleaved, `channels` a pixel
 * @returns interleaved RGB, 3 a pixel
 */
export function narrowTo8Bits(samples: Uint16Array, channels: 1 | 3): Uint8Array {
  let brightest = 0;
  for (const sample of samples) if (sample > brightest) brightest = sample;
  const bits = cameraBits.find((candidate) => brightest < 2 ** candidate) ?? 16;
  const scale = 255 / (2 ** bits - 1);
  if (channels === 3) return Uint8Array.from(samples, (sample) => Math.round(sample * scale));
  const data = new Uint8Array(samples.length * 3);
  for (let i = 0; i < samples.length; i += 1)
    data.fill(Math.round((samples[i] ?? 0) * scale), 3 * i, 3 * i + 3);
  return data;
}
