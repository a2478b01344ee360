import { isDatabaseVerified } from './database-addresses.ts';

/** Which process reads its settings: only the API is reached by people. */
export type ProcessKind = 'api' | 'worker' | 'command';

interface Settings {
  readonly databaseUrl: string | null;
  readonly databaseDirectUrl: string | null;
  readonly databaseReadUrl: string | null;
  readonly redisUrl: string | null;
  readonly s3Bucket: string | null;
  readonly s3Endpoint: string | null;
  readonly s3PublicEndpoint: string | null;
  readonly s3SecretAccessKey: string | null;
  readonly publicUrl: string | null;
  readonly trustProxy: boolean | string;
  readonly sessionSecret: string | null;
  readonly oidcIssuer: string | null;
  readonly tlsCertificateFile: string | null;
}

const shortestPassword = 16;
const fewestCharacters = 8;
/** Parts of what examples and images ship with. */
const wellKnown =
  /changeme|change-me|password|passw0rd|secret|default|example|minioadmin|postgres|admin123|12345|mlmcsc/i;

/** Why a process must not serve a laboratory with these settings; empty when it may. Names and remedies, never a value. */
export function productionProblems(settings: Settings, kind: ProcessKind): string[] {
  return [
    ...databaseProblems(settings),
    ...redisProblems(settings),
    ...objectProblems(settings),
    ...(kind === 'command' ? [] : sessionSecretProblems(settings)),
    ...(kind === 'api' ? apiProblems(settings) : []),
  ].map((problem) => `${problem} (MLMCSC_MODE is production)`);
}

function databaseProblems({ databaseUrl, databaseDirectUrl, databaseReadUrl }: Settings): string[] {
  const problems: string[] = [];
  if (databaseUrl === null) {
    problems.push('MLMCSC_DATABASE_URL must be set: the embedded database is for one machine.');
  }
  const addresses = [
    ['MLMCSC_DATABASE_URL', databaseUrl],
    ['MLMCSC_DATABASE_DIRECT_URL', databaseDirectUrl],
    ['MLMCSC_DATABASE_READ_URL', databaseReadUrl],
  ] as const;
  for (const [name, address] of addresses) {
    if (address === null) continue;
    if (!isDatabaseVerified(address)) {
      problems.push(
        `${name} must be encrypted and verified: set MLMCSC_DATABASE_CA_FILE, or sslmode=verify-full in it.`,
      );
    }
    problems.push(...passwordProblems(name, address));
  }
  return problems;
}

function redisProblems({ redisUrl }: Settings): string[] {
  if (redisUrl === null) return ['MLMCSC_REDIS_URL must be set: replicas share limits and locks through it.'];
  return [
    ...(new URL(redisUrl).protocol === 'rediss:'
      ? []
      : ['MLMCSC_REDIS_URL must be encrypted: begin it with rediss://.']),
    ...passwordProblems('MLMCSC_REDIS_URL', redisUrl),
  ];
}

function objectProblems({ s3Bucket, s3Endpoint, s3PublicEndpoint, s3SecretAccessKey }: Settings): string[] {
  if (s3Bucket === null)
    return ['MLMCSC_S3_BUCKET must be set: pictures in a folder are seen by one machine only.'];
  return [
    ...plaintextProblems('MLMCSC_S3_ENDPOINT', s3Endpoint),
    ...plaintextProblems('MLMCSC_S3_PUBLIC_ENDPOINT', s3PublicEndpoint),
    ...(s3SecretAccessKey === null ? [] : secretProblems('MLMCSC_S3_SECRET_ACCESS_KEY', s3SecretAccessKey)),
  ];
}

/** Workers open and seal with it too: what they share through Redis, and the secrets of webhooks. */
function sessionSecretProblems({ sessionSecret }: Settings): string[] {
  return sessionSecret === null
    ? [
        'MLMCSC_SESSION_SECRET must be set: all processes need the same, and a made one is lost with its folder.',
      ]
    : secretProblems('MLMCSC_SESSION_SECRET', sessionSecret);
}

function apiProblems({ publicUrl, trustProxy, oidcIssuer, tlsCertificateFile }: Settings): string[] {
  const problems = [
    ...plaintextProblems('MLMCSC_PUBLIC_URL', publicUrl),
    ...plaintextProblems('MLMCSC_OIDC_ISSUER', oidcIssuer),
  ];
  if (publicUrl === null) {
    problems.push(
      'MLMCSC_PUBLIC_URL must be set to the https address users see: cookies are sent over TLS only then.',
    );
  }
  if (trustProxy === true) {
    problems.push(
      'MLMCSC_TRUST_PROXY must name the addresses of the proxies, e.g. 10.0.0.0/8: with true anybody may pretend any address.',
    );
  }
  if (tlsCertificateFile === null) {
    problems.push(
      'MLMCSC_TLS_CERT_FILE and MLMCSC_TLS_KEY_FILE must be set: the API is reached over TLS, also by its proxy.',
    );
  }
  return problems;
}

const plaintextProblems = (name: string, address: string | null): string[] =>
  address === null || address.startsWith('https:')
    ? []
    : [`${name} must be encrypted: begin it with https://.`];

function passwordProblems(name: string, address: string): string[] {
  const { password } = new URL(address);
  return password === ''
    ? [`${name} must hold a password.`]
    : secretProblems(`the password in ${name}`, decodeURIComponent(password));
}

function secretProblems(name: string, secret: string): string[] {
  const isGuessable =
    secret.length < shortestPassword || new Set(secret).size < fewestCharacters || wellKnown.test(secret);
  return isGuessable
    ? [
        `${name} must be random, ${shortestPassword} characters or more, and none that examples use: openssl rand -hex 32 makes one.`,
      ]
    : [];
}
