import { AuditVerification, AuditVerificationQuery } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';

/** Whether the trail is what was written. */
export const verifyAudit: Endpoint = (app, { useCases }) => {
  app.get(
    '/audit/verification',
    {
      schema: {
        operationId: 'verifyAudit',
        tags: ['audit'],
        summary: 'Recompute the chain of hashes',
        description:
          'Reads the whole trail and names the first place that is not what was written; a trail of millions is better left to `mlmcsc audit verify`, which no proxy cuts short. With a hash kept elsewhere it also shows a trail that was cut off or written anew.',
        querystring: AuditVerificationQuery,
        response: { 200: json('What was found', AuditVerification), ...problems(['invalid-request']) },
      },
    },
    async (request) => {
      const { entries, erased, head, broken } = await useCases.verifyAudit(request.query.expected_hash);
      return { is_unbroken: broken === null, entries, erased, head, broken };
    },
  );
};
