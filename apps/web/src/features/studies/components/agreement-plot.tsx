import { Text } from '@mantine/core';
import type { ReaderAgreement } from '@mlmcsc/contracts';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { plotScale } from '../plot-scale.ts';
import { text } from '../texts/text.ts';
import classes from './studies.module.css';

const SIZE = { width: 320, height: 200, margin: 24 } as const;

/** Bland–Altman plot of one reader: difference from the others over the mean of both. */
export function AgreementPlot({ comparison }: { comparison: ReaderAgreement['per_reader'][number] }) {
  const { reader, points, limits } = comparison;
  const lines = limits.ok
    ? [
        { name: text.upperLimit, value: limits.upper_limit.value, className: classes.limit },
        { name: 'bias', value: limits.bias.value, className: classes.bias },
        { name: text.lowerLimit, value: limits.lower_limit.value, className: classes.limit },
      ]
    : [];
  const { span, x, y } = plotScale(
    [...points.map(({ own, others }) => own - others), ...lines.map(({ value }) => value)],
    SIZE,
  );
  const summary = limits.ok
    ? fill(text.bias95ToLimits, {
        value: formatNumber(limits.bias.value, 1),
        lower: formatNumber(limits.bias.lower, 1),
        upper: formatNumber(limits.bias.upper, 1),
        value2: formatNumber(limits.lower_limit.value, 1),
        value3: formatNumber(limits.upper_limit.value, 1),
      })
    : limits.detail;
  return (
    <figure className={classes.figure} data-testid="agreement-plot">
      <figcaption>
        <Text size="sm" fw={600}>
          {reader}
        </Text>
        <Text size="sm">{summary}</Text>
      </figcaption>
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        className={classes.plot}
        role="img"
        aria-label={fill(text.blandAltmanPlotOf, { reader, count: points.length, summary })}
      >
        <line className={classes.axis} x1={x(0)} x2={x(100)} y1={y(0)} y2={y(0)} />
        <line className={classes.axis} x1={x(0)} x2={x(0)} y1={y(span)} y2={y(-span)} />
        {[span, 0, -span].map((value) => (
          <text key={value} className={classes.tick} x={x(0) - 3} y={y(value) + 3} textAnchor="end">
            {value}
          </text>
        ))}
        <text className={classes.tick} x={x(100)} y={SIZE.height - 6} textAnchor="end">
          {text.meanOfBoth0}
        </text>
        {lines.map(({ name, value, className }) => (
          <line key={name} className={className} x1={x(0)} x2={x(100)} y1={y(value)} y2={y(value)} />
        ))}
        {points.map(({ specimen, own, others }) => (
          <circle
            key={specimen}
            className={classes.point}
            cx={x((own + others) / 2)}
            cy={y(own - others)}
            r={4}
          >
            <title>
              {fill(text.others, { specimen, own: formatNumber(own, 1), others: formatNumber(others, 1) })}
            </title>
          </circle>
        ))}
      </svg>
    </figure>
  );
}
