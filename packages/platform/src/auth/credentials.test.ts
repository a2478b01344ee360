import { describe, expect, it } from 'vitest';
import {
  assertPassword,
  isCommonPassword,
  randomPassword,
  randomRecoveryCode,
  toUsername,
} from './credentials.ts';

describe('passwords', () => {
  it.each([
    'password1234',
    'P@ssw0rd!2026',
    'dragondragon',
    'Sunshine-2024!',
    '1qaz2wsx3edc',
    'qwerty123456',
    'aaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    '123456789012',
    'abcdefghijkl',
    '987654321098',
    'ann.smith2026',
    'Ann.Smith-Ann.Smith',
    'mlmcsc-mlmcsc',
    'Fracture 2026',
  ])('refuse %j', (password) => {
    expect(isCommonPassword(password, 'ann.smith')).toBe(true);
  });

  it.each([
    'correct horse battery',
    'blunt shelf at minus forty',
    'xk2f8-qq9zt-m4wvp-7hnbr',
    'zwölf Kerbschläge im März',
    'ann.smith weighs every anvil',
    '密码太短了吗还是刚刚好十二个',
  ])('take %j', (password) => {
    expect(isCommonPassword(password, 'ann.smith')).toBe(false);
  });

  it('count characters, not units, and have a limit', () => {
    expect(() => assertPassword('🔩🔨🧲🔬🧪🌡️🪛🔧', 'ann')).toThrow('12 to 200');
    expect(() => assertPassword('x'.repeat(201), 'ann')).toThrow('12 to 200');
    expect(() => assertPassword('password1234', 'ann')).toThrow('easy to guess');
  });

  it('are made without look-alikes and never common', () => {
    const made = Array.from({ length: 200 }, randomPassword);
    expect(made.every((one) => /^([a-km-np-z2-9]{5}-){3}[a-km-np-z2-9]{5}$/.test(one))).toBe(true);
    expect(made.some((one) => isCommonPassword(one, 'ann'))).toBe(false);
    expect(new Set(made).size).toBe(200);
    expect(randomRecoveryCode()).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
  });
});

describe('user names', () => {
  it('are lower case and not the name of the product itself', () => {
    expect(toUsername(' Ann ')).toBe('ann');
    expect(() => toUsername('System')).toThrow('username-invalid');
  });
});
