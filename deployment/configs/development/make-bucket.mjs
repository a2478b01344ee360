import { readFileSync } from 'node:fs';
import { CreateBucketCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';

/** Makes the bucket of the development installation, unless it is there. Runs in the image of the API. */
const {
  MLMCSC_S3_ENDPOINT,
  MLMCSC_S3_BUCKET,
  MLMCSC_S3_ACCESS_KEY_ID_FILE,
  MLMCSC_S3_SECRET_ACCESS_KEY_FILE,
} = process.env;
const secret = (file) => readFileSync(file, 'utf8').trim();
const client = new S3Client({
  endpoint: MLMCSC_S3_ENDPOINT,
  region: 'us-east-1',
  forcePathStyle: true,
  credentials: {
    accessKeyId: secret(MLMCSC_S3_ACCESS_KEY_ID_FILE),
    secretAccessKey: secret(MLMCSC_S3_SECRET_ACCESS_KEY_FILE),
  },
});
const bucket = { Bucket: MLMCSC_S3_BUCKET };
try {
  await client.send(new HeadBucketCommand(bucket));
} catch (error) {
  if (error.$metadata?.httpStatusCode !== 404) throw error;
  await client.send(new CreateBucketCommand(bucket));
}
