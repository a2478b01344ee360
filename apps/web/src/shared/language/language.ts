/** The languages all texts exist in. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORAGE_KEY = 'mlmcsc.language';

let current: Language = 'en';
/** Locale of numbers and dates; undefined leaves it to the browser, which is right before a language is chosen. */
let locale: string | undefined;

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The language texts are shown in. */
export function currentLanguage(): Language {
  return current;
}

/** A title inside a sentence: English begins it small, German nouns stay capital. */
export function inSentence(title: string): string {
  return current === 'en' ? title.toLowerCase() : title;
}

/** The locale for numbers, dates and plurals: the language with the reader's region, e.g. `de-AT`. */
export function currentLocale(): string | undefined {
  return locale;
}

/**
 * The language to begin with: the one chosen earlier, else the first of the reader's languages that there are texts in.
 * @param preferred - language tags, the dearest first
 */
export function pickLanguage(stored: string | null, preferred: readonly string[]): Language {
  if (isLanguage(stored)) return stored;
  for (const tag of preferred) {
    const language = tag.split('-', 1)[0]?.toLowerCase();
    if (isLanguage(language)) return language;
  }
  return 'en';
}

/** The reader's own variant of a language (`en-GB`, `de-CH`), or the language itself. */
export function pickLocale(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.toLowerCase().split('-', 1)[0] === language) ?? language;
}

/** Sets the language of texts, numbers and dates, and of the page itself; does not remember it. */
export function setLanguage(language: Language, preferred: readonly string[]): void {
  current = language;
  locale = pickLocale(language, preferred);
}

/** The remembered choice; null where there is none or storage is blocked. */
export function storedLanguage(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

/** Remembers a choice in this browser. */
export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage is blocked: the choice then lives as long as the page.
  }
}
