/** What the technician chose; kept in this browser. */
export interface CameraChoice {
  /** Null: whatever camera the browser offers first. */
  readonly deviceId: string | null;
  readonly resolution: Resolution;
  /** Whether pictures are taken by themselves. */
  readonly isAutomatic: boolean;
  /** Whether both halves of a bar are photographed, one after the other. */
  readonly isBothHalves: boolean;
}

export interface Resolution {
  readonly width: number;
  readonly height: number;
}

export const RESOLUTIONS: readonly Resolution[] = [
  { width: 640, height: 480 },
  { width: 1280, height: 720 },
  { width: 1600, height: 1200 },
  { width: 1920, height: 1080 },
  { width: 2592, height: 1944 },
  { width: 3840, height: 2160 },
];

export const FIRST_CHOICE: CameraChoice = {
  deviceId: null,
  resolution: { width: 1920, height: 1080 },
  isAutomatic: false,
  isBothHalves: false,
};

/** The choice from stored text; the first choice for whatever is missing or odd. */
export function restoreChoice(text: string | null): CameraChoice {
  try {
    const value = JSON.parse(text ?? '{}') as Partial<Record<keyof CameraChoice, unknown>> | null;
    const wanted = value?.resolution as Partial<Resolution> | undefined;
    return {
      deviceId: typeof value?.deviceId === 'string' ? value.deviceId : null,
      resolution:
        RESOLUTIONS.find(({ width, height }) => width === wanted?.width && height === wanted?.height) ??
        FIRST_CHOICE.resolution,
      isAutomatic: value?.isAutomatic === true,
      isBothHalves: value?.isBothHalves === true,
    };
  } catch {
    return FIRST_CHOICE;
  }
}

export const nameResolution = ({ width, height }: Resolution): string => `${width} × ${height}`;
