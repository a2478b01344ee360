import { Group, Text, VisuallyHidden } from '@mantine/core';
import { fill } from '../../../shared/language/fill.ts';
import { FOCUS_MARK, focusShare, isInFocus } from '../focus-scale.ts';
import { text } from '../texts/text.ts';
import classes from './camera.module.css';

/** How sharp the face is, with the line that it has to pass. */
export function FocusMeter({ unsharpness }: { unsharpness: number | null }) {
  const share = unsharpness === null ? 0 : focusShare(unsharpness);
  const isSharp = unsharpness !== null && isInFocus(unsharpness);
  const words = unsharpness === null ? text.noFace : isSharp ? text.sharp : text.outOfFocus;
  const percent = Math.round(100 * share);
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600}>
          {text.focus}
        </Text>
        <Text size="sm" className="numeric" data-testid="focus-words">
          {unsharpness === null ? words : fill(text.focusPercent, { percent, words })}
        </Text>
      </Group>
      <VisuallyHidden>
        <meter aria-label={text.focus} min={0} max={100} value={percent} aria-valuetext={words} />
      </VisuallyHidden>
      <div className={classes.meter} data-testid="focus-meter" data-sharp={isSharp} aria-hidden>
        <div className={classes.meterFill} data-sharp={isSharp} style={{ width: `${percent}%` }} />
        <div className={classes.meterMark} style={{ left: `${100 * FOCUS_MARK}%` }} />
      </div>
    </div>
  );
}
