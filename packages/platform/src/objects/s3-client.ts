import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { S3Client } from '@aws-sdk/client-s3';
import { traceS3 } from './trace-s3.ts';

/** How an S3 server is reached. */
export interface S3Settings {
  /** `https://…` of an own server; null takes that of the region (AWS). */
  readonly endpoint: string | null;
  /** The address that browsers and other clients reach it at; null: the same. */
  readonly publicEndpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
  readonly forcePathStyle: boolean;
  /** Certificates (PEM) of the only authorities that may vouch for the server; null: those that Node.js ships. */
  readonly ca: string | null;
  /** How long the server may stay silent before an attempt is given up. */
  readonly timeoutMs: number;
}

const connectTimeoutMs = 2_000;
/** Connections of one process; further requests wait for one. */
const mostConnections = 64;
/** The first and one repetition: what hangs is told within twice the time-out. */
const attempts = 2;

const silent = { trace: () => {}, debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A client whose requests never hang: connecting, waiting and idle transfers are bounded. */
export function createS3Client(settings: S3Settings, endpoint: string | null = settings.endpoint): S3Client {
  const agentOptions = { keepAlive: true, maxSockets: mostConnections };
  const client = new S3Client({
    ...(endpoint === null ? {} : { endpoint }),
    region: settings.region,
    forcePathStyle: settings.forcePathStyle,
    credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
    // Servers older than 2024 store the newer default checksums as part of the object, or refuse them. Objects are
    // named by their digest, so what is read is verified without the server's help.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: attempts,
    retryMode: 'standard',
    logger: silent,
    requestHandler: {
      connectionTimeout: Math.min(connectTimeoutMs, settings.timeoutMs),
      socketTimeout: settings.timeoutMs,
      httpAgent: new HttpAgent(agentOptions),
      httpsAgent: new HttpsAgent({
        ...agentOptions,
        ...(settings.ca === null ? {} : { ca: settings.ca }),
        rejectUnauthorized: true,
        minVersion: 'TLSv1.2',
      }),
      logger: silent,
    },
  });
  traceS3(client, settings.bucket);
  return client;
}
