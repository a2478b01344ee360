import { randomInt } from 'node:crypto';
import { InvalidInput } from '@mlmcsc/core';

/** @source NIST SP 800-63B: length matters, composition rules do not */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** Whether a (lower-case) user name may be used: 2 to 64 of a–z, 0–9, dot, underscore and hyphen. */
export const isUsername = (name: string): boolean => /^[a-z0-9][a-z0-9._-]{1,63}$/.test(name);

/** User names are compared in lower case. @throws InvalidInput `username-invalid` */
export function toUsername(given: string): string {
  const name = given.trim().toLowerCase();
  if (isUsername(name)) return name;
  throw new InvalidInput(
    'username-invalid',
    'A user name has 2 to 64 letters a–z, digits, dots, underscores or hyphens and begins with a letter or digit.',
  );
}

/** @throws InvalidInput `password-unfit` */
export function assertPassword(password: string): void {
  const length = [...password].length;
  if (length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD) return;
  throw new InvalidInput(
    'password-unfit',
    `A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`,
  );
}

/** No letters or digits that look alike. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password of 100 random bits in groups of five characters, to be read aloud and typed. */
export function randomPassword(): string {
  const characters = Array.from({ length: 20 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return characters.replace(/(.{5})(?!$)/g, '$1-');
}
