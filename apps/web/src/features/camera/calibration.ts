/** The scale of one camera at one resolution. */
export interface Calibration {
  readonly pxPerMm: number;
  readonly method: 'micrometer' | 'specimen';
  /** ISO 8601. */
  readonly at: string;
}

export interface FramePoint {
  readonly x: number;
  readonly y: number;
}

const STORAGE_KEY = 'mlmcsc.camera.scales';
/** What the API takes. */
const MOST_PX_PER_MM = 10_000;

/** Scale from two marks on a stage micrometer; null while they say nothing.
 * @param lengthMm - how far apart the marks are on the micrometer */
export function scaleOfMarks(first: FramePoint, second: FramePoint, lengthMm: number): number | null {
  const scale = Math.hypot(second.x - first.x, second.y - first.y) / lengthMm;
  return Number.isFinite(scale) && scale > 0 && scale <= MOST_PX_PER_MM ? scale : null;
}

/** A scale belongs to a camera, a resolution and the objective in front of it: whoever turns the zoom calibrates again. */
const slotOf = (deviceId: string, width: number, height: number) => `${deviceId} ${width}x${height}`;

type Scales = Readonly<Record<string, Calibration>>;

function readScales(storage: Storage): Scales {
  try {
    const value = JSON.parse(storage.getItem(STORAGE_KEY) ?? '{}') as Scales | null;
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The stored scale of a camera at the resolution that it sends, if there is a sound one. */
export function findCalibration(
  storage: Storage,
  deviceId: string,
  width: number,
  height: number,
): Calibration | null {
  const found = readScales(storage)[slotOf(deviceId, width, height)];
  return typeof found?.pxPerMm === 'number' && found.pxPerMm > 0 && found.pxPerMm <= MOST_PX_PER_MM
    ? found
    : null;
}

/** Stores a scale, or forgets it. */
export function keepCalibration(
  storage: Storage,
  deviceId: string,
  width: number,
  height: number,
  calibration: Calibration | null,
): void {
  const { [slotOf(deviceId, width, height)]: _old, ...rest } = readScales(storage);
  const next = calibration === null ? rest : { ...rest, [slotOf(deviceId, width, height)]: calibration };
  try {
    storage.setItem(STORAGE_KEY, JSON.stringify(next));
  } catch {
    // Storage is full or blocked: the scale then lasts as long as the page.
  }
}
