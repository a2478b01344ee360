import type { Image } from '@mlmcsc/contracts';

/** When and why a picture is not there any more; null while it is. */
export function removedText({ pictures_removed: removal }: Pick<Image, 'pictures_removed'>): string | null {
  if (removal === null) return null;
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(removal.at));
  return `Picture removed on ${day} by the policy ${removal.policy.replaceAll('-', ' ')}`;
}
