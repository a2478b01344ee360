import { InvalidInput, NotFound } from '@mlmcsc/core';
import type { FastifyReply } from 'fastify';
import type { ApiContext, Endpoint } from '../../api-instance.ts';
import { abortOnDisconnect } from '../../http/abort-on-disconnect.ts';
import { base64BodyLimit } from '../../http/base64-body-limit.ts';
import { holdUploadMemory } from '../../http/hold-upload-memory.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { pictureOfText } from './picture-of-text.ts';
import { PICTURE_PROBLEMS } from './predict.ts';
import { SubmitLabelAnswer, SubmitLabelBody } from './schemas.ts';

/** A technician's judgement. */
export const submitLabel: Endpoint = (app, { useCases, studies, options, uploadMemory }) => {
  const bodyLimit = base64BodyLimit(options.maxUploadBytes);
  app.post(
    '/submit_label',
    {
      bodyLimit,
      onRequest: holdUploadMemory(uploadMemory, bodyLimit),
      schema: {
        operationId: 'earlierSubmitLabel',
        tags: ['earlier'],
        summary: "Store a technician's judgement",
        description:
          'Stored as a label of the analysis that `specimen_id` names, or of the picture, by the technician that `technician_id` names. The audit trail names the caller.',
        body: SubmitLabelBody,
        response: {
          200: json('Stored', SubmitLabelAnswer),
          ...problems([
            ...PICTURE_PROBLEMS,
            'shear-out-of-range',
            'analysis-not-found',
            'analysis-without-answer',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const username = usernameOf(request);
      const analysisId = await analysisOf({ useCases, studies }, body, username, reply);
      const label = await useCases.submitLabel({
        analysisId,
        shearPercent: body.technician_label,
        notes: body.notes,
        technician: body.technician_id,
        username,
      });
      const { strategy, labelsWaiting } = await useCases.learningStatus();
      return {
        status: 'success' as const,
        message: `Label ${label.id} stored`,
        online_learning: { update_strategy: strategy, labels_waiting: labelsWaiting },
      };
    },
  );
};

/** @throws InvalidInput `invalid-request` when nothing says which picture is meant */
async function analysisOf(
  { useCases, studies }: Pick<ApiContext, 'useCases' | 'studies'>,
  body: { readonly specimen_id?: string; readonly image_data?: string },
  username: string,
  reply: FastifyReply,
): Promise<string> {
  const { specimen_id, image_data } = body;
  if (specimen_id !== undefined) {
    try {
      const { analysis } = await useCases.getAnalysis(specimen_id);
      await studies.requireSight(username, [analysis.imageId]);
      return analysis.id;
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      if (image_data === undefined || image_data === '') throw error;
    }
  }
  if (image_data === undefined || image_data === '') {
    throw new InvalidInput('invalid-request', 'Send image_data, or the specimen_id that predict has given.');
  }
  const { image } = await useCases.uploadImage({
    bytes: pictureOfText(image_data),
    fileName: specimen_id ?? 'submit_label',
    context: { specimen: specimen_id },
    username,
  });
  await studies.requireSight(username, [image.id]);
  const signal = abortOnDisconnect(reply);
  return (await useCases.analyseImage({ imageId: image.id, username, signal })).analysis.id;
}
