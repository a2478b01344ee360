import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { ReportSignatureRecord } from './report-records.ts';

/** Letters and digits that are not taken for one another. @source Crockford's base 32 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const characters = 16;

/** What is printed on a signed report: 80 bits of a hash over what was signed, by whom (a pseudonym), when and with which words.
 * A signature whose parts were changed does not give its code any more.
 */
export function verificationCodeOf(
  signature: Pick<ReportSignatureRecord, 'reportId' | 'digest' | 'signer' | 'signedAt' | 'statement'>,
): string {
  const { reportId, digest, signer, signedAt, statement } = signature;
  const text = canonicalJson({
    ...{ report_id: reportId, digest, signer, signed_at: signedAt.toISOString(), statement },
  });
  const hash = createHash('sha256').update(text).digest();
  let bits = BigInt(`0x${hash.subarray(0, (characters * 5) / 8).toString('hex')}`);
  let code = '';
  for (let index = 0; index < characters; index++) {
    code = alphabet.charAt(Number(bits & 31n)) + code;
    bits >>= 5n;
  }
  return code;
}

/** As people read it out: `7K3M-…` in four groups. */
export const formatVerificationCode = (code: string): string => code.replace(/(.{4})(?!$)/g, '$1-');

/** A code as it was typed: without spaces and hyphens, O for 0, I and L for 1. */
export const readVerificationCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
