import { type LinearCanvas, smoothStep } from '../scene/linear-canvas.ts';
import type { LightSpec, PropSpec } from '../scene/scene-spec.ts';
import { totalLight } from './paint-background.ts';
import { type PatchSample, paintPatch, put } from './paint-patch.ts';
import { distanceToSegments, layOutText } from './stroke-font.ts';

interface Prop {
  readonly halfWidth: number;
  readonly halfHeight: number;
  sample(x: number, y: number, pixel: number, out: PatchSample): void;
}

/** Paints labels, numbers, rulers, tape and screws that lie about.
 * @param pxPerMm - scale of the specimen's plane: a scale bar tells the truth
 */
export function paintProps(
  canvas: LinearCanvas,
  props: readonly PropSpec[],
  light: LightSpec,
  pxPerMm: number,
): void {
  const total = totalLight(light);
  for (const spec of props) {
    const unitPx = spec.size * canvas.height;
    const prop = createProp(spec, pxPerMm / unitPx);
    const place = {
      x: spec.x * canvas.width,
      y: spec.y * canvas.height,
      unitPx,
      rotationDegrees: spec.rotationDegrees,
      halfWidth: prop.halfWidth,
      halfHeight: prop.halfHeight,
    };
    paintPatch(canvas, place, total, prop.sample);
  }
}

/** @param unitsPerMm - length of a millimetre in units of the prop */
function createProp(spec: PropSpec, unitsPerMm: number): Prop {
  switch (spec.kind) {
    case 'number': {
      const { segments, width } = layOutText(spec.text);
      return {
        halfWidth: width / 2 + 0.1,
        halfHeight: 0.6,
        sample: (x, y, pixel, out) => {
          const off = distanceToSegments(segments, x + width / 2, y + 0.5);
          put(out, spec.colour, 1, smoothStep(0.07 + pixel, 0.07 - pixel, off));
        },
      };
    }
    case 'label': {
      const { segments, width } = layOutText(spec.text);
      const halfWidth = width / 2 + 0.4;
      return {
        halfWidth,
        halfHeight: 0.9,
        sample: (x, y, pixel, out) => {
          if (Math.abs(x) > halfWidth || Math.abs(y) > 0.9) return;
          const off = distanceToSegments(segments, x + width / 2, y + 0.5);
          put(out, [0.8, 0.79, 0.74], 1 - 0.9 * smoothStep(0.08 + pixel, 0.08 - pixel, off), 1);
        },
      };
    }
    case 'ruler':
      return {
        halfWidth: 8,
        halfHeight: 0.5,
        sample: (x, y, pixel, out) => {
          if (Math.abs(x) > 8 || Math.abs(y) > 0.5) return;
          const index = Math.round(x / unitsPerMm);
          const length = index % 10 === 0 ? 0.55 : index % 5 === 0 ? 0.4 : 0.25;
          const off = Math.abs(x - index * unitsPerMm);
          const line = 0.09 * unitsPerMm;
          const tick = y < -0.5 + length ? smoothStep(line + pixel, line, off) : 0;
          put(out, spec.colour, 1 - 0.85 * tick, 1);
        },
      };
    case 'scale-bar': {
      const { segments, width } = layOutText(spec.text);
      const half = (Number.parseFloat(spec.text) * unitsPerMm) / 2;
      return {
        halfWidth: Math.max(half, width / 2) + 0.1,
        halfHeight: 0.9,
        sample: (x, y, pixel, out) => {
          const bar = Math.abs(x) < half && y > 0.3 && y < 0.5 ? 1 : 0;
          const off = distanceToSegments(segments, (x + (width * 0.7) / 2) / 0.7, (y + 0.75) / 0.7);
          put(out, spec.colour, 1, Math.max(bar, smoothStep(0.08 + pixel, 0.08 - pixel, off * 0.7)));
        },
      };
    }
    case 'tape':
      return {
        halfWidth: 3,
        halfHeight: 0.5,
        sample: (x, y, _pixel, out) => {
          const torn = 0.08 * Math.sin(y * 37) + 0.05 * Math.sin(y * 91);
          if (Math.abs(x) > 2.8 + torn || Math.abs(y) > 0.5) return;
          put(out, spec.colour, 0.95 + 0.05 * Math.sin(x * 5), 0.95);
        },
      };
    case 'screw':
      return {
        halfWidth: 0.6,
        halfHeight: 0.6,
        sample: (x, y, pixel, out) => {
          const radius = Math.hypot(x, y);
          if (radius > 0.5) return;
          const slot = Math.abs(y) < 0.06 ? 0.25 : 1;
          const rim = 0.6 + 0.7 * smoothStep(0.5, 0.3, radius) * (0.7 + 0.4 * (x - y));
          put(out, spec.colour, slot * rim, smoothStep(0.5, 0.5 - 2 * pixel, radius));
        },
      };
  }
}
