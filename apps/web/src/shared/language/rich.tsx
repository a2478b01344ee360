import { createElement, Fragment, type ReactNode } from 'react';
import { formatCount } from '../format/format-value.ts';
import { type PlaceholderOf, splitTemplate } from './fill.ts';

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
