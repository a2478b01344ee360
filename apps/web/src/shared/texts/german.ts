import type { TranslationOf } from '../language/texts.ts';
import type { english } from './english.ts';

export const german: TranslationOf<typeof english> = {
  somethingWentWrong: 'Etwas ist schiefgegangen',
  checkTheNetworkConnection:
    'Prüfen Sie die Netzverbindung und versuchen Sie es noch einmal. Was gespeichert wurde, ist sicher.',
  seconds: '{value} Sekunden',
  minutes: '{seconds} Minuten',
  pictureRemovedOnBy: 'Bild am {day} nach der Regel {policy} entfernt',
  close: 'Schließen',
  cancel: 'Abbrechen',
  percentShear: 'Scherbruchanteil {shearPercent}',
  interval: ', Intervall {lower}',
  reading: ', Ablesung {labelPercent}',
  request: 'Anfrage {requestId}',
  tryAgain: 'Noch einmal versuchen',
  yourRoleDoesNot: 'Ihre Rolle erlaubt dies nicht',
  askAnAdministratorIf: 'Wenden Sie sich an die Administration, wenn Sie es brauchen.',
  measured: 'Gemessen',
  unfitPicture: 'Bild ungeeignet',
  noFaceFound: 'Keine Bruchfläche',
  pageUp: 'Bild ↑',
  pageDown: 'Bild ↓',
  space: 'Leertaste',
  shift: 'Umschalt',
  escape: 'Esc',
  viewer: 'Leserecht',
  technician: 'Prüfer',
  reviewer: 'Gutachter',
  engineer: 'Ingenieur',
  admin: 'Administrator',
};
