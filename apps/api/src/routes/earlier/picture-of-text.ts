import { InvalidInput } from '@mlmcsc/core';

const DATA_URL = /^data:[\w.+-]+\/[\w.+-]+(?:;[\w.+-]+=[^;,]*)*;base64,/i;

/** The bytes of a base64 text or a data URL; line breaks in it are skipped. @throws InvalidInput `invalid-request` */
export function pictureOfText(given: string): Uint8Array {
  const base64 = given.slice(DATA_URL.exec(given.slice(0, 200))?.[0].length ?? 0).replace(/[\r\n]+/g, '');
  if (base64 === '' || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
    throw new InvalidInput('invalid-request', 'image_data is neither base64 nor a data URL.');
  }
  return Buffer.from(base64, 'base64');
}
