import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { decimalSign, formatNumber } from '../../../shared/format/format-value.ts';
import { numberFromInput } from '../../../shared/format/number-from-input.ts';
import { fill } from '../../../shared/language/fill.ts';
import { type FramePoint, scaleOfMarks } from '../calibration.ts';
import { text } from '../texts/text.ts';
import classes from './camera.module.css';

export interface FrozenFrame {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

interface CalibrateDialogProps {
  frame: FrozenFrame;
  onClose: () => void;
  onScale: (pxPerMm: number) => void;
}

/** Two marks on a frozen frame of a stage micrometer, and how far apart they are. */
export function CalibrateDialog({ frame, onClose, onScale }: CalibrateDialogProps) {
  const { width, height, address } = frame;
  const [marks, setMarks] = useState<readonly [FramePoint, FramePoint]>([
    { x: width * 0.3, y: height / 2 },
    { x: width * 0.7, y: height / 2 },
  ]);
  const [length, setLength] = useState<number | string>(1);
  // A click moves the mark that was not moved last: two clicks set both.
  const next = useRef<0 | 1>(0);
  const area = useRef<HTMLDivElement>(null);
  const scale = scaleOfMarks(marks[0], marks[1], numberFromInput(length) ?? Number.NaN);

  const move = (index: 0 | 1, to: FramePoint) => {
    const held = {
      x: Math.min(width, Math.max(0, to.x)),
      y: Math.min(height, Math.max(0, to.y)),
    };
    setMarks(index === 0 ? [held, marks[1]] : [marks[0], held]);
    next.current = index === 0 ? 1 : 0;
  };
  const pointOf = (event: PointerEvent): FramePoint => {
    const box = area.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * height,
    };
  };
  const onKey = (index: 0 | 1) => (event: KeyboardEvent) => {
    const step = event.shiftKey ? 10 : 1;
    const shift = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[
      event.key
    ];
    if (shift === undefined) return;
    event.preventDefault();
    move(index, { x: marks[index].x + (shift[0] ?? 0), y: marks[index].y + (shift[1] ?? 0) });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1100px, 96vw)"
      title={text.calibrate}
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <Stack gap="sm">
        <Text size="sm">{text.calibrateHow}</Text>
        <div
          ref={area}
          className={classes.calibration}
          style={{ aspectRatio: `${width} / ${height}`, maxWidth: `calc(62vh * ${width / height})` }}
          onPointerDown={(event) => move(next.current, pointOf(event))}
          data-testid="calibration-frame"
        >
          <img src={address} alt={text.theFrozenFrame} draggable={false} />
          <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            <line
              className={classes.outline}
              x1={marks[0].x}
              y1={marks[0].y}
              x2={marks[1].x}
              y2={marks[1].y}
            />
          </svg>
          {([0, 1] as const).map((index) => (
            <button
              key={index}
              type="button"
              className={classes.mark}
              style={{
                left: `${(100 * marks[index].x) / width}%`,
                top: `${(100 * marks[index].y) / height}%`,
              }}
              aria-label={fill(text.markAt, {
                number: index + 1,
                x: Math.round(marks[index].x),
                y: Math.round(marks[index].y),
              })}
              onKeyDown={onKey(index)}
              onPointerDown={(event) => {
                event.stopPropagation();
                event.currentTarget.setPointerCapture(event.pointerId);
              }}
              onPointerMove={(event) => {
                if (event.currentTarget.hasPointerCapture(event.pointerId)) move(index, pointOf(event));
              }}
            />
          ))}
        </div>
        <Group align="end" gap="sm">
          <NumberInput
            label={text.lengthBetweenMarks}
            decimalSeparator={decimalSign()}
            min={0}
            w={280}
            styles={{ input: { height: 44 } }}
            value={length}
            onChange={setLength}
            hideControls
            data-testid="calibration-length"
          />
          <Text className="numeric" pb={10} data-testid="calibration-scale">
            {scale === null ? text.noScale : fill(text.pxPerMm, { scale: formatNumber(scale, 2) })}
          </Text>
          <Button
            h={44}
            ml="auto"
            disabled={scale === null}
            onClick={() => {
              if (scale !== null) onScale(scale);
            }}
          >
            {text.useThisScale}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
