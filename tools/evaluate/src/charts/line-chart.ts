/** One line of a chart. */
export interface ChartLine {
  readonly name: string;
  /** Ascending in x. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** A value that does not depend on x, drawn from side to side. */
export interface ChartLevel {
  readonly name: string;
  readonly y: number;
}

export interface LineChart {
  readonly title: string;
  /** With the unit. */
  readonly xTitle: string;
  readonly yTitle: string;
  /** Where the x axis is marked, ascending, from 0. */
  readonly xTicks: readonly number[];
  readonly lines: readonly ChartLine[];
  readonly levels: readonly ChartLevel[];
  /** Largest y of the axis. @default what the lines and levels need */
  readonly yMost?: number;
}

/** Apart in lightness as well as in hue; each line also has a dash pattern and a marker of its own.
 * @source M. Okabe, K. Ito, Color Universal Design (2008), darkened where white would swallow them */
const STYLES = [
  { colour: '#0072b2', dash: '', marker: 'circle' },
  { colour: '#b34700', dash: '9 4', marker: 'square' },
  { colour: '#007a5a', dash: '3 3', marker: 'triangle' },
  { colour: '#8b3f70', dash: '10 3 2 3', marker: 'diamond' },
] as const;
const INK = '#1a1a1a';
const FAINT = '#d4d4d4';

const WIDTH = 860;
const HEIGHT = 440;
const PLOT = { left: 66, right: 590, top: 52, bottom: 376 };
/** Least distance of two direct labels, px. */
const LABEL_PITCH = 17;

/** Draws lines with their names at their right ends: readable on white and on dark pages, in print and without colour.
 * The x axis is in square roots of its unit, so that the first labels are not squeezed together.
 * @throws RangeError for more lines than there are styles, or fewer than two marks on the x axis */
export function lineChart(chart: LineChart): string {
  const { lines, levels, xTicks } = chart;
  if (lines.length > STYLES.length) {
    throw new RangeError(`a chart holds at most ${STYLES.length} lines, got ${lines.length}`);
  }
  if (xTicks.length < 2) throw new RangeError(`xTicks needs at least 2 values, got ${xTicks.length}`);
  const highest = Math.max(
    0,
    ...lines.flatMap(({ points }) => points.map(({ y }) => y)),
    ...levels.map(({ y }) => y),
  );
  const yTicks = ticksUpTo(chart.yMost ?? highest);
  const x = (value: number): number =>
    PLOT.left + (PLOT.right - PLOT.left) * Math.sqrt(value / xTicks[xTicks.length - 1]);
  const y = (value: number): number =>
    PLOT.bottom - ((PLOT.bottom - PLOT.top) * value) / yTicks[yTicks.length - 1];
  const names = directLabels([
    ...lines.flatMap(({ name, points }, i) =>
      points.length === 0
        ? []
        : [{ name, y: y(points[points.length - 1].y), colour: STYLES[i].colour as string }],
    ),
    ...levels.map((level) => ({ name: level.name, y: y(level.y), colour: INK })),
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13" role="img">`,
    `<title>${escaped(chart.title)}</title>`,
    // A page in dark mode must not shine through.
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    text(PLOT.left, 26, chart.title, { size: 16, weight: 600 }),
    ...yTicks.map((tick) => yMark(tick, y(tick))),
    ...xTicks.map((tick) => xMark(tick, x(tick))),
    text((PLOT.left + PLOT.right) / 2, HEIGHT - 20, chart.xTitle, { anchor: 'middle' }),
    `<text transform="translate(20 ${(PLOT.top + PLOT.bottom) / 2}) rotate(-90)" text-anchor="middle" fill="${INK}">${escaped(chart.yTitle)}</text>`,
    ...levels.map(
      (level) =>
        `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${px(y(level.y))}" y2="${px(y(level.y))}" stroke="${INK}" stroke-width="1.5" stroke-dasharray="1 4" stroke-linecap="round"/>`,
    ),
    ...lines.map(({ points }, i) =>
      drawnLine(
        points.map((point) => ({ x: x(point.x), y: y(point.y) })),
        STYLES[i],
      ),
    ),
    ...names,
    '</svg>',
    '',
  ].join('\n');
}

/** Round steps from 0 to at least `most`, about five of them. */
export function ticksUpTo(most: number): number[] {
  if (!(most > 0)) return [0, 1];
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999)!;
  // Decimal fractions are not exact: counting beats adding.
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, i) => Number((i * step).toFixed(6)));
}

/** Pushes positions apart to at least `pitch`, keeping their order and, where there is room, their places. */
export function spreadApart(
  positions: readonly number[],
  pitch: number,
  least: number,
  most: number,
): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a] - positions[b] || a - b);
  const placed = [...positions];
  order.forEach((at, rank) => {
    const above = rank === 0 ? least : placed[order[rank - 1]] + pitch;
    placed[at] = Math.max(placed[at], above);
  });
  let limit = most;
  for (const at of order.toReversed()) {
    placed[at] = Math.min(placed[at], limit);
    limit = placed[at] - pitch;
  }
  return placed;
}

function directLabels(ends: readonly { name: string; y: number; colour: string }[]): string[] {
  const places = spreadApart(
    ends.map((end) => end.y),
    LABEL_PITCH,
    PLOT.top,
    PLOT.bottom,
  );
  return ends.map(
    ({ name, y, colour }, i) =>
      `<path d="M${PLOT.right + 7} ${px(y)}L${PLOT.right + 20} ${px(places[i])}" stroke="${colour}" fill="none"/>` +
      text(PLOT.right + 24, places[i] + 4, name, { colour }),
  );
}

type Style = (typeof STYLES)[number];
type Place = { readonly x: number; readonly y: number };

function drawnLine(places: readonly Place[], { colour, dash, marker }: Style): string {
  const path = places.map((place, i) => `${i === 0 ? 'M' : 'L'}${px(place.x)} ${px(place.y)}`).join('');
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return [
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2.2"${dashes}/>`,
    ...places.map(
      (place) =>
        `<path d="${markerPath(place, marker)}" fill="#ffffff" stroke="${colour}" stroke-width="2"/>`,
    ),
  ].join('\n');
}

function markerPath({ x, y }: Place, marker: Style['marker']): string {
  const [cx, cy] = [px(x), px(y)];
  switch (marker) {
    case 'circle':
      return `M${cx} ${cy}m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z`;
    case 'square':
      return `M${cx} ${cy}m-4 -4h8v8h-8z`;
    case 'triangle':
      return `M${cx} ${cy}m0 -5l5 9h-10z`;
    case 'diamond':
      return `M${cx} ${cy}m0 -5.5l5 5.5l-5 5.5l-5 -5.5z`;
  }
}

function yMark(tick: number, at: number): string {
  return (
    `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${px(at)}" y2="${px(at)}" stroke="${tick === 0 ? INK : FAINT}"/>` +
    text(PLOT.left - 8, at + 4, String(tick), { anchor: 'end' })
  );
}

function xMark(tick: number, at: number): string {
  return (
    `<line x1="${px(at)}" x2="${px(at)}" y1="${PLOT.bottom}" y2="${PLOT.bottom + 5}" stroke="${INK}"/>` +
    text(at, PLOT.bottom + 20, String(tick), { anchor: 'middle' })
  );
}

interface TextStyle {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly colour?: string;
  readonly size?: number;
  readonly weight?: number;
}

function text(x: number, y: number, content: string, style: TextStyle = {}): string {
  const { anchor = 'start', colour = INK, size = 13, weight = 400 } = style;
  return `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}" fill="${colour}" font-size="${size}" font-weight="${weight}">${escaped(content)}</text>`;
}

const px = (value: number): string => Number(value.toFixed(1)).toString();

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
