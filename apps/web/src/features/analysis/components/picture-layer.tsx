import type { Analysis, Image } from '@mlmcsc/contracts';
import { overlayUrl } from '../../../shared/api/image-url.ts';
import { fill } from '../../../shared/language/fill.ts';
import { notchAnchor } from '../notch-anchor.ts';
import { notchSideText } from '../notch-side-text.ts';
import { text } from '../texts/text.ts';
import classes from './picture-viewer.module.css';

interface MapLayerProps {
  analysisId: string;
  isShown: boolean;
  opacity: number;
}

/** The coloured shear map on top of the picture. It stays loaded while hidden, so that it toggles at once. */
export function MapLayer({ analysisId, isShown, opacity }: MapLayerProps) {
  return (
    <img
      src={overlayUrl(analysisId)}
      alt={isShown ? text.shearMap : ''}
      draggable={false}
      style={{ opacity: isShown ? opacity : 0 }}
      data-testid="shear-map"
      data-shown={isShown}
    />
  );
}

interface OutlineLayerProps {
  analysis: Analysis;
  image: Image;
  /** Screen pixels per picture pixel: markers keep their size on the screen. */
  scale: number;
}

/** Outline of the face and the marker of its notch side, in pixels of the oriented picture. */
export function OutlineLayer({ analysis, image, scale }: OutlineLayerProps) {
  const { outline } = analysis;
  if (outline === null) return null;
  const points = outline.map(([x, y]) => `${x},${y}`).join(' ');
  return (
    <svg
      viewBox={`0 0 ${image.width_px} ${image.height_px}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={fill(text.faceOutline, {
        notchSide:
          analysis.notch_side === null
            ? ''
            : fill(text.notchAtThe, { notchSide: notchSideText(analysis.notch_side) }),
      })}
      data-testid="face-outline"
    >
      <polygon className={classes.outlineHalo} points={points} />
      <polygon className={classes.outline} points={points} />
      {analysis.notch_side !== null && (
        <NotchMarker outline={outline} side={analysis.notch_side} scale={scale} />
      )}
    </svg>
  );
}

const ANGLES = { top: 180, right: 270, bottom: 0, left: 90 } as const;

interface NotchMarkerProps {
  outline: NonNullable<Analysis['outline']>;
  side: NonNullable<Analysis['notch_side']>;
  scale: number;
}

function NotchMarker({ outline, side, scale }: NotchMarkerProps) {
  const anchor = notchAnchor(outline, side);
  if (anchor === null) return null;
  const { point, direction } = anchor;
  const textAnchor = direction.x === 0 ? 'start' : direction.x > 0 ? 'start' : 'end';
  const textX = direction.x === 0 ? 16 : direction.x * 26;
  const textY = direction.y * 14;
  return (
    <g transform={`translate(${point.x} ${point.y}) scale(${1 / scale})`} data-testid="notch-marker">
      <path className={classes.notch} d="M0 2 L11 21 L-11 21 Z" transform={`rotate(${ANGLES[side]})`} />
      <text className={classes.notchText} x={textX} y={textY} textAnchor={textAnchor}>
        {text.notch2}
      </text>
    </g>
  );
}
