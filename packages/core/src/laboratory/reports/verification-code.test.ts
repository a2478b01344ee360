import { expect, it } from 'vitest';
import { formatVerificationCode, readVerificationCode, verificationCodeOf } from './verification-code.ts';

const signature = {
  reportId: '0192f0a0-4c1e-7a3b-9d52-0000000000c1',
  digest: 'ab'.repeat(32),
  signer: 'person:5f0c9a1be277',
  signedAt: new Date('2026-11-23T09:00:00.000Z'),
  statement: 'Checked and released.',
};

it('is sixteen characters that follow from every part of the signature', () => {
  const code = verificationCodeOf(signature);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  expect(verificationCodeOf({ ...signature })).toBe(code);
  const others = [
    { reportId: '0192f0a0-4c1e-7a3b-9d52-0000000000c2' },
    { digest: `${'ab'.repeat(31)}ac` },
    { signer: 'person:5f0c9a1be278' },
    { signedAt: new Date('2026-11-23T09:00:00.001Z') },
    { statement: 'Checked and released' },
  ].map((change) => verificationCodeOf({ ...signature, ...change }));
  expect(new Set([code, ...others]).size).toBe(6);
});

it('is read as people write it down', () => {
  const code = verificationCodeOf(signature);
  expect(formatVerificationCode(code)).toMatch(/^.{4}-.{4}-.{4}-.{4}$/);
  expect(readVerificationCode(` ${formatVerificationCode(code).toLowerCase()} `)).toBe(code);
  expect(readVerificationCode('o0il-1111')).toBe('00111111');
});
