import { NativeSelect, Stack } from '@mantine/core';
import { nameResolution, RESOLUTIONS } from '../camera-choice.ts';
import type { Camera } from '../hooks/use-camera.ts';
import { text } from '../texts/text.ts';
import { CameraLight } from './camera-light.tsx';

const TALL = { input: { height: 44 } };

/** Which camera, how fine, and what else it lets itself be told. */
export function CameraFields({ camera }: { camera: Camera }) {
  const { devices, live, choice, choose } = camera;
  const chosen = live?.deviceId ?? choice.deviceId ?? '';
  const isListed = devices.some(({ deviceId }) => deviceId === chosen);
  return (
    <Stack gap="xs">
      <NativeSelect
        label={text.camera}
        styles={TALL}
        value={isListed ? chosen : ''}
        onChange={(event) => choose({ deviceId: event.currentTarget.value })}
        data={[
          ...(isListed ? [] : [{ value: '', label: devices.length === 0 ? text.none : text.choose }]),
          ...devices.map(({ deviceId, label }) => ({ value: deviceId, label })),
        ]}
        disabled={devices.length === 0}
      />
      <NativeSelect
        label={text.resolution}
        description={text.nearestResolution}
        styles={TALL}
        value={nameResolution(choice.resolution)}
        onChange={(event) =>
          choose({
            resolution:
              RESOLUTIONS.find((each) => nameResolution(each) === event.currentTarget.value) ??
              choice.resolution,
          })
        }
        data={RESOLUTIONS.map(nameResolution)}
      />
      {live !== null && <CameraLight track={live.track} />}
    </Stack>
  );
}
