import type { Texts } from '../../../shared/language/texts.ts';

export const english = {
  letterhead: 'Letterhead',
  whatStandsAtThe:
    'What stands at the top of every report that is made from now on. Reports that are there keep theirs.',
  loadingTheLetterhead: 'Loading the letterhead…',
  theLaboratory: 'The laboratory',
  name: 'Name',
  address: 'Address',
  atMostSixLines: 'At most six lines',
  accreditationNumber: 'Accreditation number',
  asTheAccreditationBody: 'As the accreditation body gave it',
  save: 'Save',
  changed: 'Changed {changedAt}, {changedBy}',
  logo: 'Logo',
  none: 'None',
  logoAsItIs: 'Logo, as it is printed',
  chooseALogo: 'Choose a logo',
  withoutALogo: 'Without a logo',
  pngOrJpegAt: 'PNG or JPEG, at most 1 MiB',
} as const satisfies Texts;
