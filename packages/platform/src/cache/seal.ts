import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const MAC_BYTES = 32;
const MAC_TEXT_LENGTH = 43;

/** Marks what is written to a store that others can write to as well, so that only our own, unaltered texts are read back. */
export class Seal {
  readonly #key: Buffer;

  /** @param secret - the same in all processes that read one another's texts */
  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'mlmcsc shared cache', MAC_BYTES));
  }

  /** @param place - where the text is stored: it is not accepted anywhere else */
  close(place: string, text: string): string {
    return this.#mac(place, text).toString('base64url') + text;
  }

  /** The text, or null when it was not closed by us for this place. */
  open(place: string, sealed: string): string | null {
    const mac = Buffer.from(sealed.slice(0, MAC_TEXT_LENGTH), 'base64url');
    const text = sealed.slice(MAC_TEXT_LENGTH);
    const isOurs = mac.length === MAC_BYTES && timingSafeEqual(mac, this.#mac(place, text));
    return isOurs ? text : null;
  }

  #mac(place: string, text: string): Buffer {
    return createHmac('sha256', this.#key).update(place).update('\n').update(text).digest();
  }
}
