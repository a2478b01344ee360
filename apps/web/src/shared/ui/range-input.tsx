import type { ComponentPropsWithRef, CSSProperties } from 'react';
import classes from './range-input.module.css';

interface RangeInputProps
  extends Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'type' | 'size'> {
  value: number;
  min: number;
  max: number;
  step: number;
  onValueChange: (value: number) => void;
  size?: 'sm' | 'lg';
  'data-own-keys'?: boolean;
}

/** The browser's own slider with a thumb large enough for gloves: it brings keyboard, touch and screen readers along. */
export function RangeInput({ value, onValueChange, size = 'lg', style, ...rest }: RangeInputProps) {
  const filled = ((value - rest.min) / (rest.max - rest.min)) * 100;
  return (
    <input
      {...rest}
      type="range"
      className={classes.range}
      data-size={size}
      value={value}
      style={{ ...style, '--filled': `${filled}%` } as CSSProperties}
      onChange={(event) => onValueChange(event.currentTarget.valueAsNumber)}
    />
  );
}
