import { blendPixel, type LinearCanvas, smoothStep } from '../scene/linear-canvas.ts';
import type { LightSpec, PropSpec, Rgb } from '../scene/scene-spec.ts';
import { totalLight } from './paint-background.ts';
import { distanceToSegments, layOutText } from './stroke-font.ts';

/** Colour and cover of a prop at (x, y) in units of its size, from its middle; cover 0 = not there. */
interface Sample {
  red: number;
  green: number;
  blue: number;
  cover: number;
}

type Prop = {
  readonly halfWidth: number;
  readonly halfHeight: number;
  sample(x: number, y: number, pixel: number, out: Sample): void;
};

/** Paints labels, numbers, rulers, tape and screws that lie about. */
export function paintProps(canvas: LinearCanvas, props: readonly PropSpec[], light: LightSpec): void {
  for (const prop of props) paintProp(canvas, prop, totalLight(light));
}

function paintProp(canvas: LinearCanvas, spec: PropSpec, light: readonly number[]): void {
  const { width, height, data } = canvas;
  const unit = spec.size * height;
  const prop = createProp(spec);
  const turn = (spec.rotationDegrees * Math.PI) / 180;
  const cosine = Math.cos(turn);
  const sine = Math.sin(turn);
  const centreX = spec.x * width;
  const centreY = spec.y * height;
  const reach = Math.hypot(prop.halfWidth, prop.halfHeight) * unit + 2;
  const out: Sample = { red: 0, green: 0, blue: 0, cover: 0 };
  const bottom = Math.min(height, Math.ceil(centreY + reach));
  const right = Math.min(width, Math.ceil(centreX + reach));
  for (let row = Math.max(0, Math.floor(centreY - reach)); row < bottom; row++) {
    for (let column = Math.max(0, Math.floor(centreX - reach)); column < right; column++) {
      const dx = (column - centreX) / unit;
      const dy = (row - centreY) / unit;
      out.cover = 0;
      prop.sample(dx * cosine + dy * sine, dy * cosine - dx * sine, 1 / unit, out);
      if (out.cover > 0) {
        const at = 3 * (row * width + column);
        blendPixel(data, at, out.red * light[0]!, out.green * light[1]!, out.blue * light[2]!, out.cover);
      }
    }
  }
}

function put(out: Sample, colour: Rgb, factor: number, cover: number): void {
  out.red = colour[0] * factor;
  out.green = colour[1] * factor;
  out.blue = colour[2] * factor;
  out.cover = cover;
}

function createProp(spec: PropSpec): Prop {
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
        halfWidth: 6,
        halfHeight: 0.5,
        sample: (x, y, pixel, out) => {
          if (Math.abs(x) > 6 || Math.abs(y) > 0.5) return;
          const pitch = 0.1;
          const index = Math.round(x / pitch);
          const length = index % 10 === 0 ? 0.55 : index % 5 === 0 ? 0.4 : 0.25;
          const off = Math.abs(x - index * pitch);
          const tick = y < -0.5 + length ? smoothStep(0.018 + pixel, 0.018, off) : 0;
          put(out, spec.colour, 1 - 0.85 * tick, 1);
        },
      };
    case 'scale-bar': {
      const { segments, width } = layOutText(spec.text);
      return {
        halfWidth: 1.6,
        halfHeight: 0.9,
        sample: (x, y, pixel, out) => {
          const bar = Math.abs(x) < 1.5 && y > 0.3 && y < 0.5 ? 1 : 0;
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
