import type { Texts } from '../../../shared/language/texts.ts';

export const english = {
  checkAgain: 'Check again',
  labelNext: 'Label next',
  labelNext2: 'Label next · {strategy}',
  savedFor: 'Saved: {shearPercent} for {fileName}',
  heat: 'Heat {heat}',
  noNumber: 'no number',
  readingsOf: 'Readings of {technician}',
  reviewQueue: 'Review queue',
  whatIsWorthA: 'What is worth a look next, and why',
  howPicturesToLabel: 'How pictures to label are chosen',
  drawAgain: 'Draw again',
  lookingForWhatIs: 'Looking for what is worth a look…',
  uncertainAndUnlikeEverything: 'uncertain and unlike everything labelled so far',
  theWidestIntervalsFirst: 'the widest intervals first',
  theMostUnlikeEverything: 'the most unlike everything labelled so far first',
  drawnByLot: 'drawn by lot',
  ofPicturesWithoutA:
    '{count} of {candidates} pictures without a label among the newest {candidateWindow}: {strategy}',
  beginWithTheFirst: 'Begin with the first',
  labelsThatASecond: 'Labels that a second look may correct, among the newest {labelWindow}',
  noLabelContradictsThe: 'No label contradicts the model or another reader by much.',
  by: '{labelPercent} by {technician}',
  urgent: 'urgent',
  readersWhoStandOut: 'Readers who stand out',
  whoseReadingsLieAbove: 'Whose readings lie above or below those of the others and the model, or scatter',
  nobodyWithTenReadings: 'Nobody with ten readings or more reads unlike the others.',
  ofLabelsUntilThen:
    '{labels} of {least} labels: until then ordinary pictures teach the model most, so they are drawn by lot. From {least} labels on the queue chooses.',
  labelsFromOnChoosing:
    '{labels} labels: from {least} on, choosing uncertain and unusual pictures saves labels.',
  everyPictureThatCan: 'Every picture that can be read has a label.',
  thePicturesWithoutA:
    'The pictures without a label cannot be compared with those that are labelled; choose another way.',
  youReadThemBlind:
    'You read the pictures without a label blind in a study; they come when its readings are in.',
  hybrid: 'Hybrid',
  uncertainty: 'Uncertainty',
  diversity: 'Diversity',
  random: 'Random',
} as const satisfies Texts;
