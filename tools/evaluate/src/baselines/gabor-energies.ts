/** Wavelengths in cells, and orientations in degrees, of the filter bank. */
export const GABOR_WAVELENGTHS = [4, 8] as const;
export const GABOR_DEGREES = [0, 45, 90, 135] as const;

/** Deviation of the envelope relative to the wavelength: one octave of bandwidth. */
const ENVELOPE = 0.56;
/** Cells between the places where a filter is read; the energy is a mean, so a sample is enough. */
const STRIDE = 3;

/** Mean and deviation of a Gabor filter's magnitude over the face.
 * @param wavelength - cells a period   @param degrees - direction of the wave, 0 = along rows
 * @returns mean and standard deviation, in the unit of `values`; 0, 0 where the face has no room for the filter
 * @source J. G. Daugman, J. Opt. Soc. Am. A 2 (1985) 1160–1169; a mean is taken off the even part, so that a flat face gives 0 */
export function gaborEnergy(
  values: Float32Array,
  cover: Float32Array,
  width: number,
  wavelength: number,
  degrees: number,
): readonly [number, number] {
  const height = values.length / width;
  const { reach, even, odd } = gaborKernel(wavelength, degrees);
  let [count, sum, squares] = [0, 0, 0];
  for (let y = reach; y < height - reach; y += STRIDE) {
    for (let x = reach; x < width - reach; x += STRIDE) {
      if (cover[y * width + x] < 0.5) continue;
      let real = 0;
      let imaginary = 0;
      let k = 0;
      for (let j = -reach; j <= reach; j++) {
        const row = (y + j) * width + x;
        for (let i = -reach; i <= reach; i++, k++) {
          real += even[k] * values[row + i];
          imaginary += odd[k] * values[row + i];
        }
      }
      const magnitude = Math.hypot(real, imaginary);
      count++;
      sum += magnitude;
      squares += magnitude * magnitude;
    }
  }
  if (count === 0) return [0, 0];
  const mean = sum / count;
  return [mean, Math.sqrt(Math.max(0, squares / count - mean * mean))];
}

function gaborKernel(wavelength: number, degrees: number) {
  const deviation = ENVELOPE * wavelength;
  const reach = Math.ceil(2 * deviation);
  const side = 2 * reach + 1;
  const even = new Float64Array(side * side);
  const odd = new Float64Array(side * side);
  const angle = (degrees * Math.PI) / 180;
  let weight = 0;
  let balance = 0;
  for (let j = -reach, k = 0; j <= reach; j++) {
    for (let i = -reach; i <= reach; i++, k++) {
      const phase = (2 * Math.PI * (i * Math.cos(angle) + j * Math.sin(angle))) / wavelength;
      const envelope = Math.exp(-(i * i + j * j) / (2 * deviation * deviation));
      even[k] = envelope * Math.cos(phase);
      odd[k] = envelope * Math.sin(phase);
      weight += envelope;
      balance += even[k];
    }
  }
  for (let j = -reach, k = 0; j <= reach; j++) {
    for (let i = -reach; i <= reach; i++, k++) {
      const envelope = Math.exp(-(i * i + j * j) / (2 * deviation * deviation));
      even[k] = (even[k] - (balance / weight) * envelope) / weight;
      odd[k] /= weight;
    }
  }
  return { reach, even, odd };
}
