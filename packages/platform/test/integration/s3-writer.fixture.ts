import type { S3Settings } from '../../src/objects/s3-client.ts';
import { S3ObjectStore } from '../../src/objects/s3-object-store.ts';

/** A process that is in the middle of a large upload: tells so, and waits to be killed. */
const store = new S3ObjectStore(JSON.parse(process.argv[2]!) as S3Settings);

async function* content() {
  for (let piece = 0; piece < 5; piece += 1) yield new Uint8Array(8 * 1024 * 1024).fill(piece);
  process.send!('in the middle');
  await new Promise(() => setInterval(() => {}, 1_000));
}

await store.putStream(content());
