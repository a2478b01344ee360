/** Keys whose values never reach a log line, whatever they hold. */
const SECRET_KEY =
  /passw(or)?d|passphrase|secret|token|authorization|cookie|credential|(api|private|access|session|signing)_?key|database_?url|redis_?url/i;
/** Of persons: the audit trail keeps who did what, erasably; the log names accounts by their identifier only. */
const PERSONAL_KEY = /^e?_?-?mail(_?address)?$|^(user|display|full|first|last)_?name$/i;

const CENSORED = '[redacted]';
/** What is nested deeper is no field of ours. */
const deepest = 6;

/** The fields without the values of secret and personal ones; the given object stays as it is. */
export function withoutSecretFields(
  fields: Readonly<Record<string, unknown>>,
  depth = 0,
): Record<string, unknown> {
  const clean: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    clean[key] = isCensored(key) && value !== undefined ? CENSORED : clearOf(value, depth);
  }
  return clean;
}

function clearOf(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  if (depth >= deepest) return '[deeper]';
  if (Array.isArray(value)) return value.map((one) => clearOf(one, depth + 1));
  return isPlain(value) ? withoutSecretFields(value, depth + 1) : value;
}

function isCensored(key: string): boolean {
  return SECRET_KEY.test(key) || PERSONAL_KEY.test(key);
}

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

interface Pattern {
  /** Without it nothing matches; looking for it is cheap. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  readonly by: string;
}

const PATTERNS: readonly Pattern[] = [
  { hint: /:\/\//, pattern: /([a-z][a-z0-9+.-]*:\/\/)[^\s/"@:]*:[^\s/"@]+@/gi, by: `$1${CENSORED}@` },
  { hint: /bearer|basic/i, pattern: /\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, by: `$1 ${CENSORED}` },
  { hint: /mlmcsc_/, pattern: /\bmlmcsc_[\w-]{48}/g, by: `mlmcsc_${CENSORED}` },
  { hint: /mlmcsc\./, pattern: /((?:__Secure-)?mlmcsc\.\w+)=[^;\s"\\]+/g, by: `$1=${CENSORED}` },
  { hint: /eyJ/, pattern: /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, by: CENSORED },
  {
    hint: /=/,
    pattern:
      /\b(password|passwd|secret|token|access_token|id_token|refresh_token|client_secret|signature|X-Amz-(?:Signature|Credential|Security-Token))=[^&\s"\\;,]+/gi,
    by: `$1=${CENSORED}`,
  },
  { hint: /[?&]code=/, pattern: /([?&]code)=[^&\s"\\]+/g, by: `$1=${CENSORED}` },
  { hint: /@/, pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, by: '[e-mail]' },
];

/** A text without what looks like a secret or an e-mail address wherever it stands: in a message, a stack, an address. */
export function withoutSecrets(text: string): string {
  let clean = text;
  for (const { hint, pattern, by } of PATTERNS) {
    if (hint.test(clean)) clean = clean.replace(pattern, by);
  }
  return clean;
}
