import { ActionIcon, Button, Text } from '@mantine/core';
import type { Analysis, Image } from '@mlmcsc/contracts';
import {
  IconKeyboard,
  IconLayersIntersect,
  IconMaximize,
  IconPolygon,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { imageUrl } from '../../../shared/api/image-url.ts';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { removedText } from '../../../shared/format/removed-text.ts';
import { keepFocus } from '../../../shared/keyboard/keep-focus.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { RangeInput } from '../../../shared/ui/range-input.tsx';
import { useViewport } from '../hooks/use-viewport.ts';
import { scaleBar } from '../scale-bar.ts';
import { text } from '../texts/text.ts';
import { MapLayer, OutlineLayer } from './picture-layer.tsx';
import classes from './picture-viewer.module.css';

export interface PictureViewerHandle {
  zoomBy: (factor: number) => void;
  fit: () => void;
}

interface PictureViewerProps {
  image: Image;
  analysis: Analysis;
  isMapShown: boolean;
  isOutlineShown: boolean;
  onMapShownChange: (isShown: boolean) => void;
  onOutlineShownChange: (isShown: boolean) => void;
  onShowHelp: () => void;
  ref?: Ref<PictureViewerHandle>;
}

/** The picture with outline, notch marker, shear map and scale; zoom by wheel, pinch, buttons or keys. */
export function PictureViewer(props: PictureViewerProps) {
  const { image, analysis, isMapShown, isOutlineShown } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [opacity, setOpacity] = useState(0.8);
  const [isBroken, setBroken] = useState(false);
  const { viewport, zoomBy, fit } = useViewport(frame, { width: image.width_px, height: image.height_px });
  useImperativeHandle(props.ref, () => ({ zoomBy, fit }), [zoomBy, fit]);
  const removed = removedText(image);
  const hasMap = analysis.has_map;
  const hasOutline = analysis.outline !== null;
  const bar =
    viewport === null || analysis.px_per_mm === null
      ? null
      : scaleBar(analysis.px_per_mm * viewport.scale, 140);

  return (
    <section className={classes.viewer} aria-label={text.picture} data-testid="picture-viewer">
      <div ref={frame} className={classes.frame}>
        {viewport !== null && !isBroken && removed === null && (
          <div
            className={classes.stage}
            style={{
              width: image.width_px * viewport.scale,
              height: image.height_px * viewport.scale,
              transform: `translate(${viewport.x}px, ${viewport.y}px)`,
            }}
          >
            <img
              src={imageUrl(image.id, 'display')}
              alt={fill(text.photograph, { fileName: image.file_name })}
              draggable={false}
              onError={() => setBroken(true)}
            />
            {hasMap && <MapLayer analysisId={analysis.id} isShown={isMapShown} opacity={opacity} />}
            {hasOutline && isOutlineShown && (
              <OutlineLayer analysis={analysis} image={image} scale={viewport.scale} />
            )}
          </div>
        )}
        {removed !== null && (
          <div className={classes.message} role="status" data-testid="picture-removed">
            <div>
              <Text>{removed}.</Text>
              <Text size="sm">{text.theMeasurementBesideIt}</Text>
            </div>
          </div>
        )}
        {isBroken && (
          <div className={classes.message} role="alert">
            <Text>{text.thePictureCouldNot}</Text>
          </div>
        )}
        {hasMap && isMapShown && (
          <div className={classes.legend} data-testid="map-legend">
            <span>
              {rich(text.shear, {
                i: <i className={classes.swatch} style={{ background: 'var(--shear-color)' }} />,
              })}
            </span>
            <span>
              {rich(text.cleavage, {
                i: <i className={classes.swatch} style={{ background: 'var(--cleavage-color)' }} />,
              })}
            </span>
          </div>
        )}
        {bar !== null && (
          <div className={classes.scale}>
            <div className="numeric">
              {fill(text.mm, { millimetres: formatNumber(bar.millimetres, bar.millimetres < 1 ? 1 : 0) })}
            </div>
            <div className={classes.scaleBar} style={{ width: bar.lengthPx }} />
          </div>
        )}
      </div>
      <fieldset className={classes.toolbar} aria-label={text.pictureTools}>
        <Button
          h={44}
          px="sm"
          variant={isMapShown && hasMap ? 'filled' : 'default'}
          leftSection={<IconLayersIntersect size={20} />}
          aria-pressed={isMapShown && hasMap}
          disabled={!hasMap}
          onClick={() => props.onMapShownChange(!isMapShown)}
          {...keepFocus}
          data-testid="toggle-map"
        >
          {text.shearMap}
        </Button>
        {hasMap && isMapShown && (
          <div className={classes.opacity}>
            <RangeInput
              size="sm"
              min={0.1}
              max={1}
              step={0.05}
              value={opacity}
              onValueChange={setOpacity}
              aria-label={text.opacityOfTheShear}
              data-own-keys
            />
          </div>
        )}
        <Button
          h={44}
          px="sm"
          variant={isOutlineShown && hasOutline ? 'light' : 'default'}
          leftSection={<IconPolygon size={20} />}
          aria-pressed={isOutlineShown && hasOutline}
          disabled={!hasOutline}
          onClick={() => props.onOutlineShownChange(!isOutlineShown)}
          {...keepFocus}
          data-testid="toggle-outline"
        >
          {text.outline}
        </Button>
        <div className={classes.spacer} />
        <div className={classes.help}>
          <ViewerButton
            label={text.keyboardHelp}
            onClick={props.onShowHelp}
            icon={<IconKeyboard size={20} />}
          />
        </div>
        <ViewerButton label={text.zoomOut} onClick={() => zoomBy(1 / 1.4)} icon={<IconZoomOut size={20} />} />
        <ViewerButton label={text.zoomIn} onClick={() => zoomBy(1.4)} icon={<IconZoomIn size={20} />} />
        <ViewerButton label={text.fitThePicture} onClick={fit} icon={<IconMaximize size={20} />} />
      </fieldset>
    </section>
  );
}

function ViewerButton(props: { label: string; onClick: () => void; icon: React.ReactNode }) {
  return (
    <ActionIcon
      variant="default"
      size={44}
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
      {...keepFocus}
    >
      {props.icon}
    </ActionIcon>
  );
}
