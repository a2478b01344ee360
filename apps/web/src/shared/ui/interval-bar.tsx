import { formatInterval, formatPercent } from '../format/format-value.ts';
import { fill } from '../language/fill.ts';
import { text } from '../texts/text.ts';
import classes from './interval-bar.module.css';

interface IntervalBarProps {
  shearPercent: number | null;
  lower: number | null;
  upper: number | null;
  /** A technician's value, marked by a wedge. */
  labelPercent?: number | null | undefined;
  isCompact?: boolean;
}

const TICKS = [0, 20, 40, 60, 80, 100];

/** Estimate and interval on the scale from 0 to 100 percent shear. */
export function IntervalBar({
  shearPercent,
  lower,
  upper,
  labelPercent,
  isCompact = false,
}: IntervalBarProps) {
  const hasInterval = lower !== null && upper !== null;
  const description =
    fill(text.percentShear, { shearPercent: formatPercent(shearPercent) }) +
    (hasInterval ? fill(text.interval, { lower: formatInterval(lower, upper) }) : '') +
    (labelPercent !== null && labelPercent !== undefined
      ? fill(text.reading, { labelPercent: formatPercent(labelPercent) })
      : '');
  return (
    <div className={classes.frame} data-compact={isCompact || undefined} role="img" aria-label={description}>
      <div className={classes.track}>
        {hasInterval && (
          <div className={classes.band} style={{ left: `${lower}%`, width: `${upper - lower}%` }} />
        )}
        {shearPercent !== null && <div className={classes.estimate} style={{ left: `${shearPercent}%` }} />}
        {!isCompact && labelPercent !== null && labelPercent !== undefined && (
          <div className={classes.label} style={{ left: `${labelPercent}%` }} />
        )}
      </div>
      {!isCompact && (
        <div className={`${classes.ticks} numeric`} aria-hidden>
          {TICKS.map((tick) => (
            <span key={tick} className={classes.tick} style={{ left: `${tick}%` }}>
              {tick}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
