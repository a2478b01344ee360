import { Button, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { RangeInput } from '../../../shared/ui/range-input.tsx';
import { controlsOf, settingsFor, type TrackCapabilities } from '../camera-controls.ts';
import { text } from '../texts/text.ts';

/** Lamp and exposure, where the camera has them. */
export function CameraLight({ track }: { track: MediaStreamTrack }) {
  const { hasTorch, canMeterByItself, range } = controlsOf(
    (track.getCapabilities?.() ?? {}) as TrackCapabilities,
  );
  const settings = track.getSettings() as Readonly<Record<string, unknown>>;
  const [isLit, setLit] = useState(settings.torch === true);
  const [value, setValue] = useState<number | null>(null);
  const [isRefused, setRefused] = useState(false);
  const apply = (change: Readonly<Record<string, unknown>>) => {
    track.applyConstraints({ advanced: [change as MediaTrackConstraintSet] }).then(
      () => setRefused(false),
      () => setRefused(true),
    );
  };
  if (!hasTorch && range === null) return null;
  const now = value ?? (range === null ? 0 : Number(settings[range.name] ?? range.min));
  const label = range?.name === 'exposureTime' ? text.exposureTime : text.exposure;
  return (
    <Stack gap="xs">
      {hasTorch && (
        <Switch
          label={text.lamp}
          size="md"
          checked={isLit}
          onChange={(event) => {
            setLit(event.currentTarget.checked);
            apply({ torch: event.currentTarget.checked });
          }}
        />
      )}
      {range !== null && (
        <div>
          <Text size="sm" fw={600}>
            {label}
          </Text>
          <RangeInput
            aria-label={label}
            min={range.min}
            max={range.max}
            step={range.step}
            value={now}
            onValueChange={(next) => {
              setValue(next);
              apply(settingsFor(range.name, next));
            }}
          />
          {canMeterByItself && value !== null && range.name === 'exposureTime' && (
            <Button
              variant="subtle"
              size="compact-sm"
              mih={32}
              onClick={() => {
                setValue(null);
                apply({ exposureMode: 'continuous' });
              }}
            >
              {text.letTheCameraChoose}
            </Button>
          )}
        </div>
      )}
      {isRefused && (
        <Text size="sm" c="red" role="status">
          {text.settingRefused}
        </Text>
      )}
    </Stack>
  );
}
