import type { Image } from '@mlmcsc/contracts';
import { fill } from '../language/fill.ts';
import { text } from '../texts/text.ts';
import { formatDay } from './format-time.ts';

const POLICIES: Readonly<Record<string, string>> = {
  get 'unlabelled-pictures'() {
    return text.unlabelledPictures;
  },
  get 'labelled-pictures'() {
    return text.labelledPictures;
  },
  get maps() {
    return text.maps;
  },
};

/** When and why a picture is not there any more; null while it is. */
export function removedText({ pictures_removed: removal }: Pick<Image, 'pictures_removed'>): string | null {
  if (removal === null) return null;
  return fill(text.pictureRemovedOnBy, {
    day: formatDay(removal.at),
    policy: POLICIES[removal.policy] ?? removal.policy.replaceAll('-', ' '),
  });
}
