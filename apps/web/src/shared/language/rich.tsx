import { createElement, Fragment, type ReactNode } from 'react';
import { formatCount } from '../format/format-value.ts';
import { type PlaceholderOf, pluralForm, splitTemplate } from './fill.ts';
import type { PluralText } from './texts.ts';

/** A text whose placeholders are elements: a link, a value in bold. */
export function rich<Template extends string>(
  template: Template,
  parts: Readonly<Record<PlaceholderOf<Template>, ReactNode>>,
): ReactNode {
  const pieces = splitTemplate<ReactNode>(template, parts as Readonly<Record<string, ReactNode>>);
  const children = pieces.map((piece) => (typeof piece === 'number' ? formatCount(piece) : piece));
  // As arguments, not as an array: pieces of one text never change places and need no keys.
  return createElement(Fragment, null, ...children);
}

/** The same for a text that depends on a count. */
export function richCount<Plural extends PluralText>(
  text: Plural,
  count: number,
  parts: Readonly<Record<Exclude<PlaceholderOf<Plural['one'] | Plural['other']>, 'count'>, ReactNode>>,
): ReactNode {
  return rich<string>(pluralForm(text, count), { ...parts, count: formatCount(count) } as never);
}
