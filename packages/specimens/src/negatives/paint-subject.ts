import { createGenerator, type Generator, mixSeeds } from '../random/generator.ts';
import {
  CELL_TABLE,
  createCellHit,
  createNoiseTable,
  findCell,
  fractalNoise,
  gradientNoise,
  ridgedNoise,
} from '../random/noise.ts';
import { type LinearCanvas, smoothStep } from '../scene/linear-canvas.ts';
import type { Rgb } from '../scene/scene-spec.ts';
import { totalLight } from '../surroundings/paint-background.ts';
import { paintPatch, put } from '../surroundings/paint-patch.ts';
import { paintProps } from '../surroundings/paint-props.ts';
import { distanceToSegments, layOutText } from '../surroundings/stroke-font.ts';
import type { NegativeSpec, NegativeSubject } from './negative-spec.ts';
import { paintBlock } from './paint-block.ts';
import { paintMicrograph } from './paint-micrograph.ts';

type Painter = (canvas: LinearCanvas, spec: NegativeSpec, random: Generator) => void;

/** Paints the subject of a negative over its bench. */
export function paintSubject(canvas: LinearCanvas, spec: NegativeSpec): void {
  PAINTERS[spec.subject](canvas, spec, createGenerator(mixSeeds(spec.seed, 31)));
}

const STEEL: readonly Rgb[] = [
  [0.32, 0.32, 0.33],
  [0.22, 0.22, 0.22],
  [0.42, 0.41, 0.39],
];

const PAINTERS: Readonly<Record<NegativeSubject, Painter>> = {
  'empty-bench': () => {},
  ruler: (canvas, spec, random) => {
    const colour: Rgb = random.pick([
      [0.7, 0.7, 0.68],
      [0.75, 0.6, 0.15],
    ] as const);
    const base = { kind: 'ruler' as const, rotationDegrees: random.normal() * 30, text: '', colour };
    paintProps(
      canvas,
      [{ ...base, x: 0.5, y: random.between(0.3, 0.7), size: random.between(0.12, 0.3) }],
      spec.light,
      spec.pxPerMm,
    );
  },
  hardware: (canvas, spec, random) => {
    const light = totalLight(spec.light);
    const count = random.integer(1, 6);
    for (let i = 0; i < count; i++) {
      const table = createNoiseTable(mixSeeds(spec.seed, 60 + i));
      const kind = random.pick(['nut', 'washer', 'bolt', 'rod', 'spanner'] as const);
      const colour = random.pick(STEEL);
      const place = {
        x: random.between(0.1, 0.9) * canvas.width,
        y: random.between(0.1, 0.9) * canvas.height,
        unitPx: random.between(0.1, 0.35) * canvas.height,
        rotationDegrees: random.between(0, 360),
        halfWidth: 2.2,
        halfHeight: 1,
      };
      paintPatch(canvas, place, light, (x, y, pixel, out) => {
        const radius = Math.hypot(x, y);
        const angle = Math.atan2(y, x);
        const hexagon = 0.5 - radius * Math.cos(((angle + Math.PI) % (Math.PI / 3)) - Math.PI / 6);
        let inside = -1;
        let shade = 0.8 + 0.4 * (0.5 - y) + 0.1 * gradientNoise(table, x * 8, y * 8);
        if (kind === 'nut') inside = Math.min(hexagon, radius - 0.25);
        else if (kind === 'washer') inside = Math.min(0.5 - radius, radius - 0.22);
        else if (kind === 'bolt') {
          const shank = Math.min(0.22 - Math.abs(y), x - 0.2, 2 - x);
          inside = Math.max(hexagon, shank);
          if (hexagon < 0)
            shade = 0.5 + 0.8 * Math.sqrt(Math.max(0, 1 - (y / 0.22) ** 2)) + 0.4 * Math.sin(x * 60 + y * 8);
        } else if (kind === 'rod') {
          inside = Math.min(0.3 - Math.abs(y), 2 - Math.abs(x));
          shade = 0.2 + 1.4 * Math.max(0, 1 - ((y + 0.08) / 0.3) ** 2) ** 1.5;
        } else
          inside = Math.max(
            Math.min(0.16 - Math.abs(y), 2 - Math.abs(x)),
            Math.min(0.42 - Math.hypot(x - 1.8, y), Math.hypot(x - 2, y) - 0.22),
          );
        if (inside > -pixel) put(out, colour, Math.max(0.05, shade), smoothStep(-pixel, pixel, inside));
      });
    }
  },
  'machined-block': (canvas, spec, random) => {
    const table = createNoiseTable(mixSeeds(spec.seed, 41));
    const finish = random.pick(['ground', 'milled', 'polished', 'sawn'] as const);
    const count = random.integer(1, 2);
    for (let i = 0; i < count; i++) {
      paintBlock(
        canvas,
        spec,
        random,
        random.between(0.7, 1.6),
        random.between(0.3, 0.85),
        random.pick(STEEL),
        (x, y) => {
          const broad = 1 + 0.25 * gradientNoise(table, x * 1.2, y * 1.2 + i * 9);
          if (finish === 'ground') return broad * (1 + 0.22 * gradientNoise(table, x * 2.5, y * 90));
          if (finish === 'milled')
            return (
              broad *
              (1 +
                0.25 *
                  Math.sin(Math.hypot(x + 1.5, y - 2) * 70) *
                  smoothStep(-0.4, 0.6, gradientNoise(table, x * 2, y * 2)))
            );
          if (finish === 'sawn')
            return broad * (1 + 0.3 * ridgedNoise(table, x * 1.2, y * 30, 3, 0.6) - 0.15);
          return broad * (1 + 0.4 * smoothStep(0.1, 0.5, gradientNoise(table, x + y * 0.6, y * 0.3)));
        },
      );
    }
  },
  'intact-bar': (canvas, spec, random) => {
    // Lying on its side, notch in view: 55 by 10 mm with a 2 mm V cut into one long edge; or seen from above, notch as a line.
    const light = totalLight(spec.light);
    const table = createNoiseTable(mixSeeds(spec.seed, 43));
    const colour = random.pick(STEEL);
    const fromSide = random.chance(0.6);
    const count = random.integer(1, 3);
    const turn = random.chance(0.6) ? random.normal() * 6 : random.between(0, 360);
    for (let i = 0; i < count; i++) {
      const place = {
        x: random.between(0.4, 0.6) * canvas.width,
        y: ((i + 0.5) / count + random.normal() * 0.02) * canvas.height,
        unitPx: random.between(0.12, 0.22) * canvas.height,
        rotationDegrees: turn + random.normal() * 2,
        halfWidth: 2.9,
        halfHeight: 0.6,
      };
      paintPatch(canvas, place, light, (x, y, pixel, out) => {
        const notch = fromSide ? Math.abs(x) * 2.414 - (y + 0.5 - 0) * -1 - 0.2 : 1;
        const inside = Math.min(2.75 - Math.abs(x), 0.5 - Math.abs(y), fromSide ? notch * 0.38 : 1);
        if (inside < -pixel) return;
        let shade = 1 + 0.25 * gradientNoise(table, x * 50, y * 3) + 0.2 * gradientNoise(table, x, y * 2);
        if (!fromSide && Math.abs(x) < 0.083) shade *= x < 0 ? 0.35 : 1.5;
        put(out, colour, Math.max(0.05, shade), smoothStep(-pixel, pixel, inside));
      });
    }
  },
  fingers: (canvas, spec, random) => {
    const light = totalLight(spec.light);
    const skin: Rgb = random.pick([
      [0.62, 0.38, 0.27],
      [0.45, 0.26, 0.17],
      [0.22, 0.12, 0.08],
      [0.12, 0.2, 0.5],
    ] as const);
    const table = createNoiseTable(mixSeeds(spec.seed, 47));
    const count = random.integer(2, 5);
    const side = random.between(0, 360);
    for (let i = 0; i < count; i++) {
      const place = {
        x: (0.5 + random.between(-0.3, 0.3)) * canvas.width,
        y: (0.5 + random.between(-0.3, 0.3)) * canvas.height,
        unitPx: random.between(0.2, 0.35) * canvas.height,
        rotationDegrees: side + random.normal() * 20,
        halfWidth: 3,
        halfHeight: 0.5,
      };
      const nail = random.chance(0.6);
      paintPatch(canvas, place, light, (x, y, pixel, out) => {
        const along = Math.min(0, x + 2);
        const inside = 0.4 + 0.02 * Math.sin(x * 5) - Math.hypot(along, y);
        if (inside < -pixel || x > 3) return;
        const round = Math.sqrt(Math.max(0.05, 1 - (y / 0.42) ** 2));
        const creases =
          0.05 * gradientNoise(table, x * 14, y * 5) - 0.12 * smoothStep(0.03, 0, Math.abs(x + 0.9));
        const onNail = nail && Math.hypot((x + 2.05) * 0.8, y) < 0.23 ? 1.25 : 1;
        put(out, skin, (0.35 + 0.7 * round + creases) * onNail, smoothStep(-pixel, pixel * 2, inside));
      });
    }
  },
  gradient: (canvas, spec, random) => {
    const table = createNoiseTable(mixSeeds(spec.seed, 53));
    const { width, height, data } = canvas;
    const from = [random.next(), random.next(), random.next()];
    const to = [random.next(), random.next(), random.next()];
    const waves = random.between(0, 1.5);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const part =
          0.5 + 0.5 * gradientNoise(table, (column / height) * (0.4 + waves), (row / height) * (0.4 + waves));
        const at = 3 * (row * width + column);
        for (let channel = 0; channel < 3; channel++) {
          data[at + channel] = (from[channel]! + part * (to[channel]! - from[channel]!)) * 0.6;
        }
      }
    }
  },
  noise: (canvas, spec, random) => {
    const table = createNoiseTable(mixSeeds(spec.seed, 59));
    const { width, height, data } = canvas;
    const scale = random.logBetween(2, 120) / height;
    const octaves = random.integer(1, 6);
    const coloured = random.chance(0.3);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const at = 3 * (row * width + column);
        for (let channel = 0; channel < 3; channel++) {
          if (channel > 0 && !coloured) {
            data[at + channel] = data[at]!;
            continue;
          }
          data[at + channel] =
            0.4 + 0.5 * fractalNoise(table, column * scale + 60 * channel, row * scale, octaves, 0.7);
        }
      }
    }
  },
  'text-page': (canvas, spec, random) => {
    const light = totalLight(spec.light);
    const { segments, width } = layOutText('A3 T5-H 82 KM 910 4CL 77-E B6 205 WT8 NM36 01 X5 64-29 HA LC 8');
    const lines = random.integer(8, 22);
    const tilt = random.normal() * 4;
    const unitPx = canvas.height / (lines * 1.8);
    const table = random.chance(0.4);
    const page = {
      x: canvas.width / 2,
      y: canvas.height / 2,
      unitPx,
      rotationDegrees: tilt,
      halfWidth: (0.46 * canvas.width) / unitPx,
      halfHeight: (0.47 * canvas.height) / unitPx,
    };
    paintPatch(canvas, page, light, (x, y, pixel, out) => {
      if (Math.abs(x) > page.halfWidth || Math.abs(y) > page.halfHeight) return;
      const line = Math.floor((y + page.halfHeight) / 1.8);
      const inLine = (y + page.halfHeight) / 1.8 - line;
      const shift = (line * 7.3) % (width * 0.4);
      const inside = x + page.halfWidth - 1.5;
      const end = page.halfWidth * 2 - 3 - ((line * 37) % 11) * 0.8;
      let ink = 0;
      if (inside > 0 && inside < end && inLine > 0.2 && inLine < 0.85) {
        const off = distanceToSegments(segments, (inside + shift) % width, (inLine - 0.2) / 0.56);
        ink = smoothStep(0.07 + pixel, 0.07 - pixel, off);
      }
      if (table && (inLine < 0.06 || Math.abs((inside % 9) - 4.5) < 0.05)) ink = 0.8;
      put(out, [0.8, 0.79, 0.76], 1 - 0.92 * ink);
    });
  },
  'rusty-plate': (canvas, spec, random) => {
    const table = createNoiseTable(mixSeeds(spec.seed, 61));
    const scale = random.between(2, 7);
    const colour: Rgb = [0.4, 0.22, 0.12];
    const wide = random.chance(0.5);
    paintBlock(
      canvas,
      spec,
      random,
      wide ? 4 : random.between(0.8, 2),
      wide ? 1.6 : random.between(0.4, 0.9),
      colour,
      (x, y) => {
        const scaleNoise = fractalNoise(table, x * scale, y * scale, 6, 0.7);
        return 0.75 + 0.6 * scaleNoise + 0.15 * gradientNoise(table, x * 60, y * 60);
      },
    );
  },
  micrograph: paintMicrograph,
  'textured-rectangle': (canvas, spec, random) => {
    const table = createNoiseTable(mixSeeds(spec.seed, 71));
    const hit = createCellHit();
    const kind = random.pick(['weave', 'stone', 'sponge', 'wood', 'print', 'plastic'] as const);
    const colour: Rgb = random.pick([
      [0.5, 0.48, 0.45],
      [0.6, 0.5, 0.2],
      [0.15, 0.25, 0.5],
      [0.3, 0.3, 0.3],
      [0.5, 0.2, 0.15],
    ] as const);
    paintBlock(canvas, spec, random, random.between(0.7, 1.7), random.between(0.3, 0.85), colour, (x, y) => {
      if (kind === 'weave')
        return 0.8 + 0.35 * Math.sin(x * 90) * Math.sin(y * 90) + 0.1 * gradientNoise(table, x * 3, y * 3);
      if (kind === 'wood')
        return (
          0.8 +
          0.25 * Math.sin(y * 30 + 5 * gradientNoise(table, x, y * 3)) +
          0.1 * gradientNoise(table, x * 5, y * 60)
        );
      if (kind === 'print') return Math.sin(x * 25) * Math.sin(y * 25) > 0 ? 1.2 : 0.4;
      if (kind === 'plastic') return 0.9 + 0.5 * smoothStep(0.2, 0.6, gradientNoise(table, x * 1.2, y * 0.8));
      findCell(spec.seed, x * 14, y * 14, hit);
      if (kind === 'sponge') return 0.3 + 1.1 * hit.nearest;
      return 0.6 + 0.5 * CELL_TABLE.first[hit.cell]! + 0.2 * fractalNoise(table, x * 20, y * 20, 3, 0.6);
    });
  },
  'coin-and-label': (canvas, spec, random) => {
    const light = totalLight(spec.light);
    const table = createNoiseTable(mixSeeds(spec.seed, 73));
    const colour: Rgb = random.pick([
      [0.45, 0.42, 0.38],
      [0.5, 0.32, 0.15],
    ] as const);
    const { segments, width } = layOutText(String(random.integer(1, 50)));
    const place = {
      x: random.between(0.3, 0.7) * canvas.width,
      y: random.between(0.3, 0.7) * canvas.height,
      unitPx: random.between(0.3, 0.8) * canvas.height,
      rotationDegrees: random.between(0, 360),
      halfWidth: 0.55,
      halfHeight: 0.55,
    };
    paintPatch(canvas, place, light, (x, y, pixel, out) => {
      const radius = Math.hypot(x, y);
      const inside = 0.5 - radius;
      if (inside < -pixel) return;
      const rim = radius > 0.45 ? 1.4 : 1;
      const mark = distanceToSegments(segments, x / 0.4 + width / 2, y / 0.4 + 0.5);
      const relief =
        1 + 0.5 * smoothStep(0.12, 0.05, mark) - 0.4 * smoothStep(0.12, 0.05, Math.abs(mark - 0.14));
      put(
        out,
        colour,
        rim * relief * (0.9 + 0.2 * gradientNoise(table, x * 9, y * 9)),
        smoothStep(-pixel, pixel, inside),
      );
    });
    paintProps(
      canvas,
      [
        {
          kind: 'label',
          x: random.between(0.2, 0.8),
          y: random.between(0.1, 0.9),
          size: 0.07,
          rotationDegrees: random.normal() * 8,
          text: `N${random.integer(10, 99)}`,
          colour: [0, 0, 0],
        },
      ],
      spec.light,
      1,
    );
  },
};
