import { useState } from 'react';
import { type Calibration, findCalibration, keepCalibration } from '../calibration.ts';
import type { LiveCamera } from '../camera-session.ts';

/** The scale of the camera that is live, at the resolution that it sends. */
export function useCalibration(
  live: LiveCamera | null,
): [Calibration | null, (calibration: Calibration | null) => void] {
  const { width = 0, height = 0 } = live?.track.getSettings() ?? {};
  const slot = `${live?.deviceId} ${width} ${height}`;
  const [own, setOwn] = useState<{ slot: string; calibration: Calibration | null } | null>(null);
  // What was measured now holds even where the browser stores nothing.
  const calibration =
    live === null
      ? null
      : own?.slot === slot
        ? own.calibration
        : findCalibration(localStorage, live.deviceId, width, height);
  return [
    calibration,
    (next) => {
      setOwn({ slot, calibration: next });
      if (live !== null) keepCalibration(localStorage, live.deviceId, width, height, next);
    },
  ];
}
