import { formatCount } from '../format/format-value.ts';
import { currentLanguage } from './language.ts';
import type { PluralText } from './texts.ts';

/** Names of the placeholders in a text: `Made by {name}` has `name`. */
export type PlaceholderOf<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never;

type Values<Template extends string, Value> = Readonly<Record<PlaceholderOf<Template>, Value>>;

const PLACEHOLDER = /\{(\w+)\}/;

/** A text with its placeholders filled in; numbers are written in the reader's locale. */
export function fill<Template extends string>(
  template: Template,
  values: Values<Template, string | number>,
): string {
  return splitTemplate(template, values as Readonly<Record<string, string | number>>)
    .map((part) => (typeof part === 'number' ? formatCount(part) : part))
    .join('');
}

/** The form of a text that fits a count, filled in; the count itself is `{count}`. */
export function fillCount<Plural extends PluralText>(
  text: Plural,
  count: number,
  ...values: Exclude<PlaceholderOf<Plural['one'] | Plural['other']>, 'count'> extends never
    ? []
    : [Readonly<Record<Exclude<PlaceholderOf<Plural['one'] | Plural['other']>, 'count'>, string | number>>]
): string {
  return fill<string>(pluralForm(text, count), { ...values[0], count } as never);
}

/** Which form a count takes in the language of the page. */
function pluralForm(text: PluralText, count: number): string {
  return new Intl.PluralRules(currentLanguage()).select(count) === 'one' ? text.one : text.other;
}

/** The pieces of a text in order, placeholders replaced by their values. */
export function splitTemplate<Value>(
  template: string,
  values: Readonly<Record<string, Value>>,
): (string | Value)[] {
  return template
    .split(PLACEHOLDER)
    .map((piece, index) => (index % 2 === 0 ? piece : (values[piece] ?? `{${piece}}`)))
    .filter((piece) => piece !== '');
}
