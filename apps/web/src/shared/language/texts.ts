import { currentLanguage, type Language } from './language.ts';

/** A text that depends on a count: `{count}` is the number, the forms are those of CLDR that English and German have. */
export interface PluralText {
  readonly one: string;
  readonly other: string;
}

export type Text = string | PluralText;
export type Texts = Readonly<Record<string, Text>>;

/** What German must bring for an English catalogue: the same keys with texts of the same kind. */
export type TranslationOf<English extends Texts> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : PluralText;
};

interface Catalogue {
  readonly shown: Record<string, Text>;
  readonly english: Texts;
  readonly loadGerman: () => Promise<Texts>;
  german: Texts | null;
  language: Language;
}

const catalogues = new Set<Catalogue>();

/**
 * The texts of one part of the application, in the language of the page. Read them while showing, never while a module
 * loads: they change with the language.
 * @param english - the texts, `as const`, so that their placeholders are checked
 * @param loadGerman - imports the German texts; called only where German is shown
 */
export function defineTexts<const English extends Texts>(
  english: English,
  loadGerman: () => Promise<TranslationOf<NoInfer<English>>>,
): English {
  const shown: Record<string, Text> = { ...english };
  catalogues.add({ shown, english, loadGerman, german: null, language: 'en' });
  return shown as English;
}

/** Brings all catalogues known by now into the language of the page. A part that loads later calls it again. */
export async function textsReady(): Promise<void> {
  await Promise.all([...catalogues].map((catalogue) => show(catalogue, currentLanguage())));
}

async function show(catalogue: Catalogue, language: Language): Promise<void> {
  if (catalogue.language === language) return;
  if (language === 'de') catalogue.german ??= await catalogue.loadGerman();
  for (const key of Object.keys(catalogue.shown)) delete catalogue.shown[key];
  Object.assign(catalogue.shown, language === 'de' ? catalogue.german : catalogue.english);
  catalogue.language = language;
}
