import type { SeriesCurve } from '@mlmcsc/contracts';
import { propertyTitles } from './report-words.ts';
import { contentWidth, ink, page, type Sheet } from './sheet.ts';

const height = 210;

/** Round ticks that hold the values. */
function ticksOf(least: number, most: number, count: number): readonly number[] {
  const rough = Math.max(most - least, 1e-9) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough;
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Specimens, the curve through them and its band, as lines. */
export function drawCurve(sheet: Sheet, curve: SeriesCurve): void {
  const { pdf } = sheet;
  const { points, fit } = curve;
  sheet.need(height + 20);
  const line = fit?.curve ?? [];
  const temperatures = points.map((point) => point.temperature_celsius);
  const xTicks = ticksOf(Math.min(...temperatures), Math.max(...temperatures), 9);
  const yTicks = ticksOf(
    0,
    Math.max(1e-3, ...points.map(({ value }) => value), ...line.map(({ upper }) => upper)),
    5,
  );
  const frame = {
    left: page.margin + 44,
    right: page.margin + contentWidth - 8,
    top: sheet.y + 6,
    bottom: sheet.y + height - 34,
  };
  const x = scale(xTicks, frame.left, frame.right);
  const y = scale(yTicks, frame.bottom, frame.top);

  pdf.font('regular').fontSize(7.5).lineWidth(0.5);
  for (const tick of yTicks) {
    pdf.moveTo(frame.left, y(tick)).lineTo(frame.right, y(tick)).strokeColor(ink.rule).stroke();
    pdf.fillColor(ink.dim).text(String(tick), page.margin + 12, y(tick) - 4, {
      width: frame.left - page.margin - 18,
      align: 'right',
    });
  }
  for (const tick of xTicks) {
    pdf
      .moveTo(x(tick), frame.bottom)
      .lineTo(x(tick), frame.bottom + 3)
      .strokeColor(ink.dim)
      .stroke();
    pdf.text(minus(tick), x(tick) - 20, frame.bottom + 6, { width: 40, align: 'center' });
  }
  pdf.text('temperature, °C', frame.left, frame.bottom + 19, {
    ...{ width: frame.right - frame.left, align: 'center' },
  });
  pdf.save();
  pdf.rotate(-90, { origin: [page.margin + 4, (frame.top + frame.bottom) / 2] });
  pdf.text(
    `${propertyTitles[curve.property].toLowerCase()}, ${curve.unit}`,
    page.margin + 4 - 80,
    (frame.top + frame.bottom) / 2 - 4,
    { width: 160, align: 'center' },
  );
  pdf.restore();

  if (line.length > 1) {
    const upper = line.map((at) => [x(at.temperature_celsius), y(at.upper)] as const);
    const lower = line.map((at) => [x(at.temperature_celsius), y(Math.max(0, at.lower))] as const);
    polygon(sheet, [...upper, ...lower.toReversed()]);
    pdf.closePath().fillColor(ink.band).fill();
    polygon(
      sheet,
      line.map((at) => [x(at.temperature_celsius), y(at.value)] as const),
    );
    pdf.lineWidth(1.4).strokeColor(ink.accent).stroke();
  }
  for (const point of points) {
    pdf.circle(x(point.temperature_celsius), y(point.value), 2.4).lineWidth(0.9);
    if (point.is_outlier) pdf.fillAndStroke('#ffffff', ink.alarm);
    else pdf.fillAndStroke(ink.text, ink.text);
  }
  pdf.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  pdf.lineWidth(0.6).strokeColor(ink.dim).stroke();
  sheet.y += height;
}

const minus = (tick: number) => String(tick).replace('-', '−');

const scale =
  (ticks: readonly number[], from: number, to: number) =>
  (value: number): number => {
    const [least, most] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
    return from + ((value - least) / (most - least)) * (to - from);
  };

function polygon({ pdf }: Sheet, points: readonly (readonly [number, number])[]): void {
  for (const [index, [x, y]] of points.entries()) {
    if (index === 0) pdf.moveTo(x, y);
    else pdf.lineTo(x, y);
  }
}
