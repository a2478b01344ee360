import type { TranslationOf } from '../../../shared/language/texts.ts';
import type { english } from './english.ts';

export const german: TranslationOf<typeof english> = {
  letterhead: 'Briefkopf',
  whatStandsAtThe:
    'Was oben auf jedem Prüfbericht steht, der von nun an entsteht. Vorhandene Prüfberichte behalten ihren.',
  loadingTheLetterhead: 'Der Briefkopf wird geladen …',
  theLaboratory: 'Das Labor',
  name: 'Name',
  address: 'Anschrift',
  atMostSixLines: 'Höchstens sechs Zeilen',
  accreditationNumber: 'Akkreditierungsnummer',
  asTheAccreditationBody: 'Wie von der Akkreditierungsstelle vergeben',
  save: 'Speichern',
  changed: 'Geändert {changedAt}, {changedBy}',
  logo: 'Logo',
  none: 'Keines',
  logoAsItIs: 'Logo, wie es gedruckt wird',
  chooseALogo: 'Logo wählen',
  withoutALogo: 'Ohne Logo',
  pngOrJpegAt: 'PNG oder JPEG, höchstens 1 MiB',
};
