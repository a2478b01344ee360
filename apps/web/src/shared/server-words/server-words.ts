import { fill } from '../language/fill.ts';
import { defineTexts } from '../language/texts.ts';

/** Words for what the server says, by its codes, where they are not the server's own; in English all are. */
export const serverWords = defineTexts<Readonly<Record<string, string>>>(
  {},
  async () => (await import('./german.ts')).german,
);

/**
 * A sentence of the server in the language of the page.
 * @param said - the server's own words, which stand where there are no others
 */
export function serverText(
  code: string,
  said: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const template = serverWords[code];
  return template === undefined ? said : fill<string>(template, values as never);
}
