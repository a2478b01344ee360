import { defineTexts } from '../language/texts.ts';

/** Words for problems of the API by code where they are not the API's own; in English all are. */
export const problemWords = defineTexts<Readonly<Record<string, string>>>(
  {},
  async () => (await import('./german.ts')).german,
);
