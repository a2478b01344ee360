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
import { RangeInput } from '../../../shared/ui/range-input.tsx';
import { useViewport } from '../hooks/use-viewport.ts';
import { scaleBar } from '../scale-bar.ts';
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
    <section className={classes.viewer} aria-label="Picture" data-testid="picture-viewer">
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
              alt={`Photograph ${image.file_name}`}
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
              <Text size="sm">
                The measurement beside it is complete. Upload the same file again to bring the picture back.
              </Text>
            </div>
          </div>
        )}
        {isBroken && (
          <div className={classes.message} role="alert">
            <Text>The picture could not be loaded. The measurement beside it is complete.</Text>
          </div>
        )}
        {hasMap && isMapShown && (
          <div className={classes.legend} data-testid="map-legend">
            <span>
              <i className={classes.swatch} style={{ background: 'var(--shear-color)' }} /> Shear
            </span>
            <span>
              <i className={classes.swatch} style={{ background: 'var(--cleavage-color)' }} /> Cleavage
            </span>
          </div>
        )}
        {bar !== null && (
          <div className={classes.scale}>
            <div className="numeric">{`${formatNumber(bar.millimetres, bar.millimetres < 1 ? 1 : 0)} mm`}</div>
            <div className={classes.scaleBar} style={{ width: bar.lengthPx }} />
          </div>
        )}
      </div>
      <fieldset className={classes.toolbar} aria-label="Picture tools">
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
          Shear map
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
              aria-label="Opacity of the shear map"
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
          Outline
        </Button>
        <div className={classes.spacer} />
        <div className={classes.help}>
          <ViewerButton label="Keyboard help" onClick={props.onShowHelp} icon={<IconKeyboard size={20} />} />
        </div>
        <ViewerButton label="Zoom out" onClick={() => zoomBy(1 / 1.4)} icon={<IconZoomOut size={20} />} />
        <ViewerButton label="Zoom in" onClick={() => zoomBy(1.4)} icon={<IconZoomIn size={20} />} />
        <ViewerButton label="Fit the picture" onClick={fit} icon={<IconMaximize size={20} />} />
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
