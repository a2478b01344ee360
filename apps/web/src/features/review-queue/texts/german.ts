import type { TranslationOf } from '../../../shared/language/texts.ts';
import type { english } from './english.ts';

export const german: TranslationOf<typeof english> = {
  checkAgain: 'Noch einmal prüfen',
  labelNext: 'Als Nächstes ablesen',
  labelNext2: 'Als Nächstes ablesen · {strategy}',
  savedFor: 'Gespeichert: {shearPercent} für {fileName}',
  heat: 'Schmelze {heat}',
  noNumber: 'keine Zahl',
  readingsOf: 'Ablesungen von {technician}',
  reviewQueue: 'Sichtungsliste',
  whatIsWorthA: 'Was als Nächstes einen Blick lohnt, und warum',
  howPicturesToLabel: 'Wie die Bilder zum Ablesen gewählt werden',
  drawAgain: 'Neu ziehen',
  lookingForWhatIs: 'Gesucht wird, was einen Blick lohnt …',
  uncertainAndUnlikeEverything: 'unsicher und anders als alles bisher Abgelesene',
  theWidestIntervalsFirst: 'die breitesten Intervalle zuerst',
  theMostUnlikeEverything: 'was dem bisher Abgelesenen am wenigsten gleicht, zuerst',
  drawnByLot: 'durch Los gezogen',
  ofPicturesWithoutA:
    '{count} von {candidates} Bildern ohne Ablesung unter den neuesten {candidateWindow}: {strategy}',
  beginWithTheFirst: 'Mit dem ersten beginnen',
  labelsThatASecond: 'Ablesungen, die ein zweiter Blick berichtigen könnte, unter den neuesten {labelWindow}',
  noLabelContradictsThe: 'Keine Ablesung widerspricht dem Modell oder einem anderen Prüfer deutlich.',
  by: '{labelPercent} von {technician}',
  urgent: 'dringend',
  readersWhoStandOut: 'Auffällige Prüfer',
  whoseReadingsLieAbove:
    'Wessen Ablesungen über oder unter denen der anderen und des Modells liegen oder streuen',
  nobodyWithTenReadings: 'Niemand mit zehn oder mehr Ablesungen liest anders ab als die anderen.',
  ofLabelsUntilThen:
    '{labels} von {least} Ablesungen: Bis dahin lernt das Modell am meisten aus gewöhnlichen Bildern, deshalb werden sie durch Los gezogen. Ab {least} Ablesungen wählt die Liste aus.',
  labelsFromOnChoosing:
    '{labels} Ablesungen: Ab {least} spart es Ablesungen, unsichere und ungewöhnliche Bilder zu wählen.',
  everyPictureThatCan: 'Jedes Bild, das abgelesen werden kann, hat eine Ablesung.',
  thePicturesWithoutA:
    'Die Bilder ohne Ablesung lassen sich nicht mit den abgelesenen vergleichen; wählen Sie einen anderen Weg.',
  youReadThemBlind:
    'Die Bilder ohne Ablesung lesen Sie in einer Studie blind; sie kommen, sobald deren Ablesungen vorliegen.',
  hybrid: 'Gemischt',
  uncertainty: 'Unsicherheit',
  diversity: 'Vielfalt',
  random: 'Zufall',
};
