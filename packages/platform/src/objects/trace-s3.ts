import type { S3Client } from '@aws-sdk/client-s3';
import { beginSpan } from '../telemetry/index.ts';
import { isMissing } from './s3-errors.ts';

/** Makes each command a span of the trace that gives it. What is not there is an answer, no failure. */
export function traceS3(client: S3Client, bucket: string): void {
  client.middlewareStack.add(
    (next, { commandName = 'command' }) =>
      async (input) => {
        const span = beginSpan({
          name: `S3 ${commandName.replace(/Command$/, '')}`,
          kind: 'client',
          attributes: { 'rpc.system.name': 'aws-api', 'aws.s3.bucket': bucket },
        });
        if (span === null) return next(input);
        try {
          return await next(input);
        } catch (error) {
          if (!isMissing(error)) span.fail(error);
          throw error;
        } finally {
          span.end();
        }
      },
    { step: 'initialize', name: 'traceS3' },
  );
}
