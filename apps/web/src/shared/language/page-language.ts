import { createStore } from '../state/store.ts';
import {
  currentLanguage,
  type Language,
  pickLanguage,
  setLanguage,
  storedLanguage,
  storeLanguage,
} from './language.ts';
import { textsReady } from './texts.ts';

/** The language that is on the screen; whoever shows texts is made anew when it changes. */
export const pageLanguage = createStore<Language>('en');

/** Brings the page into the reader's language, before anything is shown. */
export async function startLanguage(): Promise<void> {
  await show(pickLanguage(storedLanguage(), navigator.languages));
}

/** Changes the language of the page and remembers it in this browser. Rejects, and changes nothing, where the texts cannot be loaded. */
export async function chooseLanguage(language: Language): Promise<void> {
  await show(language);
  storeLanguage(language);
}

async function show(language: Language): Promise<void> {
  const before = currentLanguage();
  setLanguage(language, navigator.languages);
  try {
    await textsReady();
  } catch (error) {
    setLanguage(before, navigator.languages);
    await textsReady();
    throw error;
  }
  document.documentElement.lang = language;
  pageLanguage.update(() => language);
}
