import { expect, it } from 'vitest';
import { controlsOf, settingsFor } from './camera-controls.ts';

it('offers what the camera has and nothing else', () => {
  expect(controlsOf({})).toEqual({ hasTorch: false, canMeterByItself: false, range: null });
  expect(
    controlsOf({
      torch: true,
      exposureMode: ['manual', 'continuous'],
      exposureTime: { min: 1, max: 500, step: 2 },
      exposureCompensation: { min: -2, max: 2 },
    }),
  ).toEqual({
    hasTorch: true,
    canMeterByItself: true,
    range: { name: 'exposureTime', min: 1, max: 500, step: 2 },
  });
  // A fixed exposure time is told as a range of one value.
  const fixed = { exposureMode: ['manual'], exposureTime: { min: 7, max: 7, step: 1 } };
  expect(controlsOf({ ...fixed, exposureCompensation: { min: -2, max: 3, step: 0 } }).range).toEqual({
    name: 'exposureCompensation',
    min: -2,
    max: 3,
    step: 0.1,
  });
});

it('takes the metering over before it sets a time', () => {
  expect(settingsFor('exposureTime', 40)).toEqual({ exposureMode: 'manual', exposureTime: 40 });
  expect(settingsFor('exposureCompensation', -1)).toEqual({ exposureCompensation: -1 });
});
