/** What a track says it can do, beyond what TypeScript knows. */
export interface TrackCapabilities {
  readonly torch?: boolean;
  readonly exposureMode?: readonly string[];
  readonly exposureTime?: NumberRange;
  readonly exposureCompensation?: NumberRange;
}

interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly step?: number;
}

export interface RangeControl {
  readonly name: 'exposureTime' | 'exposureCompensation';
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** The light and exposure controls that make sense for a camera: none for most, a lamp or one slider for some. */
export function controlsOf(capabilities: TrackCapabilities): {
  readonly hasTorch: boolean;
  readonly canMeterByItself: boolean;
  readonly range: RangeControl | null;
} {
  const modes = capabilities.exposureMode ?? [];
  const range = modes.includes('manual') ? rangeOf('exposureTime', capabilities.exposureTime) : null;
  return {
    hasTorch: capabilities.torch === true,
    canMeterByItself: modes.includes('continuous'),
    range: range ?? rangeOf('exposureCompensation', capabilities.exposureCompensation),
  };
}

function rangeOf(name: RangeControl['name'], range: NumberRange | undefined): RangeControl | null {
  if (range === undefined || !(range.max > range.min)) return null;
  const step = range.step !== undefined && range.step > 0 ? range.step : (range.max - range.min) / 50;
  return { name, min: range.min, max: range.max, step };
}

/** The settings that carry out one change of a control. */
export function settingsFor(
  control: RangeControl['name'],
  value: number,
): Readonly<Record<string, number | string>> {
  return control === 'exposureTime'
    ? { exposureMode: 'manual', exposureTime: value }
    : { exposureCompensation: value };
}
