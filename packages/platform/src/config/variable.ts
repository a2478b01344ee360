import { isIP } from 'node:net';

/** One setting. */
export interface Variable<T> {
  readonly name: string;
  readonly about: string;
  /** What a value must be, for people, e.g. `a whole number from 1 to 65535`. */
  readonly rule: string;
  readonly standard: T;
  /** Says the standard where it is computed. */
  readonly standardText?: string | undefined;
  readonly isSecret: boolean;
  /** The value, or undefined when the text breaks the rule. */
  parse(text: string): T | undefined;
}

interface Common<T> {
  readonly standard: T;
  readonly about: string;
  readonly secret?: boolean;
  readonly standardText?: string;
}

export function text(name: string, options: Common<string>): Variable<string> {
  return define(name, 'a text that is not empty', options, (value) => value);
}

export function optionalText(
  name: string,
  { least = 1, ...options }: Common<null> & { readonly least?: number },
): Variable<string | null> {
  const rule = least === 1 ? 'a text' : `a text of at least ${least} characters`;
  return define<string | null>(name, rule, options, (value) => (value.length >= least ? value : undefined));
}

export function optionalUrl(
  name: string,
  protocols: readonly string[],
  options: Common<null>,
): Variable<string | null> {
  const rule = `an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`;
  return define<string | null>(name, rule, options, (value) =>
    URL.canParse(value) && protocols.includes(new URL(value).protocol) ? value : undefined,
  );
}

interface Range {
  readonly from: number;
  readonly to: number;
}

export function integer(name: string, { from, to, ...options }: Common<number> & Range): Variable<number> {
  return define(name, rangeRule(from, to), options, (value) => parseInteger(value, from, to));
}

export function optionalInteger(
  name: string,
  { from, to, ...options }: Common<null> & Range,
): Variable<number | null> {
  return define<number | null>(name, rangeRule(from, to), options, (value) => parseInteger(value, from, to));
}

function rangeRule(from: number, to: number): string {
  return `a whole number from ${from} to ${to}`;
}

function parseInteger(text: string, from: number, to: number): number | undefined {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : undefined;
}

export function boolean(name: string, options: Common<boolean>): Variable<boolean> {
  return define(name, '`true` or `false`', options, (value) =>
    value === 'true' ? true : value === 'false' ? false : undefined,
  );
}

/** `true`, `false`, or addresses and networks separated by commas. */
export function proxies(name: string, options: Common<boolean>): Variable<boolean | string> {
  const rule = '`true`, `false`, or addresses and networks (CIDR) separated by commas';
  return define<boolean | string>(name, rule, options, (value) => {
    if (value === 'true' || value === 'false') return value === 'true';
    const parts = value.split(',').map((part) => part.trim());
    return parts.every((part) => isIP(part) !== 0 || isNetwork(part)) ? parts.join(',') : undefined;
  });
}

export function choice<const T extends string>(
  name: string,
  values: readonly T[],
  options: Common<NoInfer<T>>,
): Variable<T> {
  return define<T>(name, `one of ${values.map((value) => `\`${value}\``).join(', ')}`, options, (value) =>
    values.find((known) => known === value),
  );
}

/** Some of the names, comma-separated, in any order; all of them when absent. */
export function subset<const T extends string>(
  name: string,
  values: readonly T[],
  options: Pick<Common<readonly T[]>, 'about'>,
): Variable<readonly T[]> {
  const rule = `one or more of ${values.map((value) => `\`${value}\``).join(', ')}, comma-separated`;
  return define<readonly T[]>(name, rule, { ...options, standard: values }, (text) => {
    const names = text.split(',').map((part) => part.trim());
    const known = values.filter((value) => names.includes(value));
    return names.every((part) => (values as readonly string[]).includes(part)) ? known : undefined;
  });
}

/** Networks as `address/length`, comma-separated; none when absent. */
export function networks(
  name: string,
  options: Pick<Common<readonly string[]>, 'about'>,
): Variable<readonly string[]> {
  const rule = 'networks as `address/length`, comma-separated';
  const common = { ...options, standard: [], standardText: 'none' };
  return define<readonly string[]>(name, rule, common, (text) => {
    const parts = text.split(',').map((part) => part.trim());
    return parts.every(isNetwork) ? parts : undefined;
  });
}

function isNetwork(text: string): boolean {
  const [, address = '', length = ''] = /^([0-9a-fA-F:.]+)\/(\d{1,3})$/.exec(text) ?? [];
  const family = isIP(address);
  return family !== 0 && Number(length) <= (family === 4 ? 32 : 128);
}

function define<T>(
  name: string,
  rule: string,
  { standard, about, secret, standardText }: Common<T>,
  parse: (text: string) => T | undefined,
): Variable<T> {
  return { name, about, rule, standard, standardText, isSecret: secret ?? false, parse };
}
