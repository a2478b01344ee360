import { randomInt } from 'node:crypto';
import { InvalidInput } from '@mlmcsc/core';
import { COMMON_PASSWORDS } from './common-passwords.ts';

/** @source NIST SP 800-63B and OWASP ASVS 5.0, 6.2: length matters, composition rules do not */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;
/** Fewer different characters make a pattern, not a password. */
const FEWEST_CHARACTERS = 5;

/** Whether a (lower-case) user name may be used: 2 to 64 of a–z, 0–9, dot, underscore and hyphen. */
export const isUsername = (name: string): boolean => /^[a-z0-9][a-z0-9._-]{1,63}$/.test(name);

/** User names are compared in lower case. @throws InvalidInput `username-invalid` */
export function toUsername(given: string): string {
  const name = given.trim().toLowerCase();
  // The product's own name in the audit trail.
  if (isUsername(name) && name !== 'system') return name;
  throw new InvalidInput(
    'username-invalid',
    'A user name has 2 to 64 letters a–z, digits, dots, underscores or hyphens, begins with a letter or digit, and is not "system".',
  );
}

/** @throws InvalidInput `password-unfit | password-common` */
export function assertPassword(password: string, username: string): void {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
    throw new InvalidInput(
      'password-unfit',
      `A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`,
    );
  }
  if (isCommonPassword(password, username)) {
    throw new InvalidInput(
      'password-common',
      'This password is easy to guess: a common word or pattern, or the user name, with little added. Several unrelated words make a good one.',
    );
  }
}

/** Whether a password is a common one, or a common word, a pattern or the user name with digits and signs around it. */
export function isCommonPassword(password: string, username: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (COMMON_PASSWORDS.has(plain) || new Set(plain).size < FEWEST_CHARACTERS) return true;
  if (isRun(plain)) return true;
  const words = [username.toLowerCase(), 'mlmcsc'];
  if (words.some((word) => word.length >= 3 && plain.replaceAll(word, '').length < 6)) return true;
  // P@ssw0rd is password.
  const undisguised = plain
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replace(/[@4310$5!7]/g, (sign) => UNDISGUISED[sign] ?? sign);
  return [plain, undisguised].some((text) => {
    const core = unrepeated(text.replace(/[^\p{L}]/gu, ''));
    return core === '' ? false : COMMON_PASSWORDS.has(core) || words.includes(core);
  });
}

const UNDISGUISED: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** The shortest text whose repetition makes `text`. */
const unrepeated = (text: string): string => /^(.+?)\1*$/su.exec(text)?.[1] ?? text;

/** Whether each character follows the one before, as in `abcdefghijkl` and `987654321098`. */
function isRun(text: string): boolean {
  const steps = [...text]
    .slice(1)
    .map((character, index) => character.charCodeAt(0) - text.charCodeAt(index));
  const regular = steps.filter((step) => step === 1).length;
  const backward = steps.filter((step) => step === -1).length;
  return Math.max(regular, backward) >= steps.length - 1;
}

/** No letters or digits that look alike. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password of 100 random bits in groups of five characters, to be read aloud and typed. */
export function randomPassword(): string {
  return inGroups(20, 5);
}

/** 80 random bits in groups of four characters, to be printed and kept. */
export const randomRecoveryCode = (): string => inGroups(16, 4);

function inGroups(length: number, size: number): string {
  const characters = Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return characters.replace(new RegExp(`(.{${size}})(?!$)`, 'g'), '$1-');
}
