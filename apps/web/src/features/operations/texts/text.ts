import { defineTexts } from '../../../shared/language/texts.ts';
import { english } from './english.ts';

/** Texts of this part of the application in the language of the page. */
export const text = defineTexts(english, async () => (await import('./german.ts')).german);
