import type { TranslationOf } from '../../../shared/language/texts.ts';
import type { english } from './english.ts';

export const german: TranslationOf<typeof english> = {
  yourPasswordIsSet: 'Ihr Passwort ist festgelegt',
  signInAs: 'Melden Sie sich als {username} an.',
  toTheSignIn: 'Zur Anmeldung',
  lookingAtTheLink: 'Der Link wird geprüft …',
  setAPassword: 'Passwort festlegen',
  welcome: 'Willkommen,',
  aNewPasswordFor: 'Ein neues Passwort für',
  yourUserNameIs: '{purpose} {displayName}. Ihr Benutzername ist {username}.',
  newPassword: 'Neues Passwort',
  to200CharactersSeveral: '12 bis 200 Zeichen; mehrere Wörter ohne Zusammenhang sind gut geeignet',
  showOrHideThe: 'Passwort zeigen oder verbergen',
  setThePassword: 'Passwort festlegen',
  yourSingleSignOn:
    'Ihr Konto der Einmalanmeldung darf sich hier nicht anmelden. Wenden Sie sich an die Administration.',
  singleSignOnFailed:
    'Die Einmalanmeldung ist fehlgeschlagen oder hat zu lange gedauert. Beginnen Sie von vorn.',
  theSingleSignOn:
    'Der Anbieter der Einmalanmeldung antwortet nicht. Versuchen Sie es noch einmal oder nehmen Sie ein Passwort.',
  signIn: 'Anmelden',
  signingInFailed: 'Die Anmeldung ist fehlgeschlagen.',
  userName: 'Benutzername',
  password: 'Passwort',
  codeOfYourAuthenticator: 'Code Ihrer Authentifizierungs-App',
  sixDigitsOrA: 'Sechs Ziffern oder ein Wiederherstellungscode',
  or: 'oder',
  singleSignOn: 'Einmalanmeldung (SSO)',
  tryAgainInOr: 'Versuchen Sie es in {wait} noch einmal oder wenden Sie sich an die Administration.',
  users: 'Benutzer',
  auditTrail: 'Audit-Trail',
  webhooks: 'Webhooks',
  schedules: 'Zeitpläne',
  letterhead: 'Briefkopf',
  retention: 'Aufbewahrung',
  accountOf: 'Konto von {displayName}',
  account: 'Konto',
  reports: 'Prüfberichte',
  drift: 'Drift',
  signOut: 'Abmelden',
  signingOutFailedTry: 'Die Abmeldung ist fehlgeschlagen; versuchen Sie es noch einmal.',
};
