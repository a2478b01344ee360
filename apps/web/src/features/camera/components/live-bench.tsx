import { Button, Kbd, Paper, Stack, Switch, Text, TextInput } from '@mantine/core';
import type { ImageContext } from '@mlmcsc/contracts';
import { IconCamera } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { keepFocus } from '../../../shared/keyboard/keep-focus.ts';
import { fill } from '../../../shared/language/fill.ts';
import { captureName } from '../capture-name.ts';
import { grabFrame } from '../grab-frame.ts';
import { useCalibration } from '../hooks/use-calibration.ts';
import type { Camera } from '../hooks/use-camera.ts';
import { useCaptureKeys } from '../hooks/use-capture-keys.ts';
import { useSpecimenWatch } from '../hooks/use-specimen-watch.ts';
import { text } from '../texts/text.ts';
import type { SpecimenWatch } from '../watch-specimen.ts';
import classes from './camera.module.css';
import { CameraFields } from './camera-fields.tsx';
import { CameraTroubleNotice } from './camera-trouble-notice.tsx';
import { FocusMeter } from './focus-meter.tsx';
import { LivePicture } from './live-picture.tsx';
import { ScaleFields } from './scale-fields.tsx';

interface LiveBenchProps {
  camera: Camera;
  context: ImageContext;
  memory: RefObject<SpecimenWatch>;
  onContextChange: (context: ImageContext) => void;
  /** @param pxPerMm - stored scale of the camera, if it was calibrated */
  onCapture: (picture: File, pxPerMm: number | null) => void;
  /** Heat and width of the pictures to come. */
  details: ReactNode;
}

/** The live picture, what it waits for, and the specimen that it will belong to. */
export function LiveBench({ camera, context, memory, onContextChange, onCapture, details }: LiveBenchProps) {
  const { live, trouble, choice, choose } = camera;
  const video = useRef<HTMLVideoElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const isCapturing = useRef(false);
  const [isFailed, setFailed] = useState(false);
  const [calibration, setCalibration] = useCalibration(live);

  const take = async () => {
    if (video.current === null || isCapturing.current) return;
    isCapturing.current = true;
    try {
      onCapture(
        await grabFrame(video.current, captureName(context, new Date())),
        calibration?.pxPerMm ?? null,
      );
      setFailed(false);
    } catch {
      setFailed(true);
    } finally {
      isCapturing.current = false;
    }
  };
  const sight = useSpecimenWatch(video, {
    isEnabled: live !== null,
    isAutomatic: choice.isAutomatic,
    widthMm: context.width_mm ?? null,
    onCapture: () => void take(),
    memory,
  });
  const capture = () => {
    sight.noteCapture();
    void take();
  };
  const freeze = async () => {
    const element = video.current;
    if (element === null || element.videoWidth === 0) return null;
    const picture = await grabFrame(element, 'micrometer.jpg');
    return {
      address: URL.createObjectURL(picture),
      width: element.videoWidth,
      height: element.videoHeight,
    };
  };
  const glance = sight.seen?.glance ?? null;
  // A width that was only guessed gives no scale.
  const specimenScale =
    glance !== null && context.width_mm !== undefined ? glance.widthPx / context.width_mm : null;
  useCaptureKeys({
    isEnabled: live !== null,
    onCapture: capture,
    onName: () => nameField.current?.focus(),
  });

  return (
    <div className={classes.live} data-testid="live-bench">
      {trouble === null ? (
        <LivePicture
          ref={video}
          stream={live?.stream ?? null}
          sight={sight}
          isAutomatic={choice.isAutomatic}
        />
      ) : (
        <Paper withBorder>
          <CameraTroubleNotice trouble={trouble} onTryAgain={camera.tryAgain} />
        </Paper>
      )}
      <div className={classes.panel}>
        <Paper withBorder p="md" component="section" aria-label={text.capture}>
          <Stack gap="sm">
            <SpecimenName
              ref={nameField}
              context={context}
              onChange={onContextChange}
              isBothHalves={choice.isBothHalves}
            />
            <Button
              h={56}
              fz="md"
              leftSection={<IconCamera size={22} />}
              rightSection={<Kbd>{text.space}</Kbd>}
              disabled={live === null}
              onClick={capture}
              {...keepFocus}
              data-testid="capture"
            >
              {text.capture}
            </Button>
            {isFailed && (
              <Text size="sm" c="red" role="alert">
                {text.noPicture}
              </Text>
            )}
            {sight.isBlind ? (
              <Text size="sm" c="dimmed">
                {text.cannotFollow}
              </Text>
            ) : (
              <FocusMeter unsharpness={glance?.unsharpness ?? null} />
            )}
            {/* A click leaves the keyboard to the bench: Space captures, it does not switch back. */}
            <Stack gap="sm" {...keepFocus}>
              <Switch
                label={text.captureByItself}
                description={text.oncePerSpecimen}
                size="md"
                checked={choice.isAutomatic}
                disabled={sight.isBlind}
                onChange={(event) => choose({ isAutomatic: event.currentTarget.checked })}
                data-testid="automatic"
              />
              <Switch
                label={text.bothHalves}
                description={text.twoPictures}
                size="md"
                checked={choice.isBothHalves}
                onChange={(event) => {
                  const { half: _half, ...rest } = context;
                  choose({ isBothHalves: event.currentTarget.checked });
                  onContextChange(event.currentTarget.checked ? { ...rest, half: 1 } : rest);
                }}
              />
            </Stack>
          </Stack>
        </Paper>
        <Paper withBorder p="md" component="section" aria-label={text.cameraAndSpecimen}>
          <Stack gap="sm">
            {details}
            <CameraFields camera={camera} />
            {live !== null && (
              <ScaleFields
                calibration={calibration}
                specimenScale={specimenScale}
                onFreeze={freeze}
                onChange={setCalibration}
              />
            )}
          </Stack>
        </Paper>
      </div>
    </div>
  );
}

interface SpecimenNameProps {
  ref: RefObject<HTMLInputElement | null>;
  context: ImageContext;
  onChange: (context: ImageContext) => void;
  isBothHalves: boolean;
}

function SpecimenName({ ref, context, onChange, isBothHalves }: SpecimenNameProps) {
  const label =
    isBothHalves && context.half !== undefined
      ? fill(text.specimenHalf, { half: context.half })
      : text.specimen;
  return (
    <TextInput
      ref={ref}
      label={label}
      description={text.scanOrType}
      placeholder={text.notNamed}
      maxLength={100}
      styles={{ input: { height: 48, fontSize: 18, fontWeight: 600 } }}
      value={context.specimen ?? ''}
      onChange={(event) => {
        const { specimen: _specimen, ...rest } = context;
        const typed = event.currentTarget.value;
        onChange(typed.trim() === '' ? rest : { ...rest, specimen: typed });
      }}
      onKeyDown={(event) => {
        // Enter and Escape give the keys back to the bench.
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.blur();
      }}
      data-testid="specimen-name"
    />
  );
}
