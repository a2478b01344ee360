import { describe, expect, it } from 'vitest';
import { findStep, otpauthUri, stepAt, toBase32, totpCode } from './totp.ts';

/** Seeds of RFC 6238, appendix B (with the erratum: each as long as its hash). */
const seed = (length: number) => Buffer.from('1234567890'.repeat(7).slice(0, length));

describe('time-based codes', () => {
  it.each([
    [59, '94287082', '46119246', '90693936'],
    [1_111_111_109, '07081804', '68084774', '25091201'],
    [1_111_111_111, '14050471', '67062674', '99943326'],
    [1_234_567_890, '89005924', '91819424', '93441116'],
    [2_000_000_000, '69279037', '90698825', '38618901'],
    [20_000_000_000, '65353130', '77737706', '47863826'],
  ])('at %d s are those of RFC 6238, appendix B', (seconds, sha1, sha256, sha512) => {
    const step = stepAt(seconds * 1000);
    expect(totpCode(seed(20), step, { digits: 8 })).toBe(sha1);
    expect(totpCode(seed(32), step, { digits: 8, algorithm: 'sha256' })).toBe(sha256);
    expect(totpCode(seed(64), step, { digits: 8, algorithm: 'sha512' })).toBe(sha512);
  });

  it('take one step before and after, and none further', () => {
    const now = 1_700_000_010_000;
    const step = stepAt(now);
    const found = [-2, -1, 0, 1, 2].map((shift) => findStep(seed(20), totpCode(seed(20), step + shift), now));
    expect(found).toEqual([null, step - 1, step, step + 1, null]);
  });

  it('come from a secret in the base 32 of RFC 4648, section 10', () => {
    const texts = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'];
    expect(texts.map((text) => toBase32(Buffer.from(text)))).toEqual([
      '',
      'MY',
      'MZXQ',
      'MZXW6',
      'MZXW6YQ',
      'MZXW6YTB',
      'MZXW6YTBOI',
    ]);
    expect(otpauthUri(Buffer.from('foobar'), 'MLMCSC', 'ann b')).toBe(
      'otpauth://totp/MLMCSC:ann%20b?secret=MZXW6YTBOI&issuer=MLMCSC&algorithm=SHA1&digits=6&period=30',
    );
  });
});
