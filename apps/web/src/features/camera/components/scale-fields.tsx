import { Button, Group, Text } from '@mantine/core';
import { IconRuler2 } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import type { Calibration } from '../calibration.ts';
import { text } from '../texts/text.ts';
import type { FrozenFrame } from './calibrate-dialog.tsx';

const CalibrateDialog = lazy(() =>
  import('./calibrate-dialog.tsx').then((module) => ({ default: module.CalibrateDialog })),
);

interface ScaleFieldsProps {
  calibration: Calibration | null;
  /** Scale by the specimen under the camera, if its width was told and its face is seen. */
  specimenScale: number | null;
  onFreeze: () => Promise<FrozenFrame | null>;
  onChange: (calibration: Calibration | null) => void;
}

/** The scale of the camera: what it is, and the two ways to measure it. */
export function ScaleFields({ calibration, specimenScale, onFreeze, onChange }: ScaleFieldsProps) {
  const [frame, setFrame] = useState<FrozenFrame | null>(null);
  const keep = (pxPerMm: number, method: Calibration['method']) =>
    onChange({ pxPerMm, method, at: new Date().toISOString() });
  const close = () => {
    if (frame !== null) URL.revokeObjectURL(frame.address);
    setFrame(null);
  };
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {text.scale}
        </Text>
        <Text size="sm" className="numeric" data-testid="scale">
          {calibration === null
            ? text.scaleByWidth
            : fill(text.pxPerMm, { scale: formatNumber(calibration.pxPerMm, 2) })}
        </Text>
      </Group>
      <Group gap="xs" mt={6}>
        <Button
          variant="default"
          h={44}
          px="sm"
          leftSection={<IconRuler2 size={18} />}
          onClick={() => void onFreeze().then(setFrame)}
        >
          {text.calibrate}
        </Button>
        {specimenScale !== null && (
          <Button variant="default" h={44} px="sm" onClick={() => keep(specimenScale, 'specimen')}>
            {text.byTheSpecimen}
          </Button>
        )}
        {calibration !== null && (
          <Button variant="subtle" color="gray" h={44} px="sm" onClick={() => onChange(null)}>
            {text.forgetScale}
          </Button>
        )}
      </Group>
      {frame !== null && (
        <Suspense>
          <CalibrateDialog
            frame={frame}
            onClose={close}
            onScale={(pxPerMm) => {
              keep(pxPerMm, 'micrometer');
              close();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
