import { type AnalysisRecord, assertMapsThere, InvalidInput } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { abortOnDisconnect } from '../../http/abort-on-disconnect.ts';
import { base64BodyLimit } from '../../http/base64-body-limit.ts';
import { holdUploadMemory } from '../../http/hold-upload-memory.ts';
import type { ProblemCode } from '../../http/problem-table.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { pictureOfText } from './picture-of-text.ts';
import { PredictAnswer, PredictBody, PredictQuery } from './schemas.ts';

export const PICTURE_PROBLEMS: readonly ProblemCode[] = [
  'invalid-request',
  'malformed-body',
  'unsupported-media-type',
  'body-too-large',
  'no-specimens',
  'context-invalid',
  'image-empty',
  'image-type-unsupported',
  'image-truncated',
  'image-too-many-pixels',
  'image-animated',
  'image-too-large',
  'image-too-slow',
  'images-busy',
  'measurer-busy',
  'upload-busy',
  'model-missing',
  'out-of-memory',
  'disk-full',
  'storage-failed',
  'data-folder-unwritable',
  'object-not-found',
  'pictures-removed',
  'object-damaged',
  'objects-unavailable',
  'objects-refused',
  'request-aborted',
  'cross-site-request',
  'blind-reading',
];

/** Percent shear of a picture. */
export const predict: Endpoint = (app, { useCases, studies, options, uploadMemory }) => {
  const bodyLimit = base64BodyLimit(options.maxUploadBytes);
  app.post(
    '/predict',
    {
      bodyLimit,
      onRequest: holdUploadMemory(uploadMemory, bodyLimit),
      schema: {
        operationId: 'earlierPredict',
        tags: ['earlier'],
        summary: 'Percent shear of a picture',
        querystring: PredictQuery,
        body: PredictBody,
        response: { 200: json('The answer', PredictAnswer), ...problems(PICTURE_PROBLEMS) },
      },
    },
    async (request, reply) => {
      const started = performance.now();
      const username = usernameOf(request);
      const bytes = pictureOfText(request.body.image_data);
      const { image } = await useCases.uploadImage({ bytes, fileName: 'predict', username });
      await studies.requireSight(username, [image.id]);
      const signal = abortOnDisconnect(reply);
      const { analysis } = await useCases.analyseImage({ imageId: image.id, username, signal });
      const processing_time = (performance.now() - started) / 1000;
      const timestamp = new Date().toISOString();
      if (analysis.shearPercent === null || analysis.overlayKey === null) {
        const message = messageOf(analysis);
        if (request.query.allow_no_specimens !== true) throw new InvalidInput('no-specimens', message);
        return { status: 'no_specimens' as const, message, processing_time, timestamp };
      }
      assertMapsThere(analysis);
      const overlay = await useCases.readObject(analysis.overlayKey);
      return {
        specimen_id: analysis.id,
        shear_percentage: analysis.shearPercent,
        confidence: confidenceOf(analysis) ?? 0,
        detection_bbox: [...(analysis.bbox ?? [0, 0, image.widthPx, image.heightPx])],
        detection_confidence: analysis.detectionConfidence ?? 0,
        processing_time,
        timestamp,
        overlay_image: Buffer.from(overlay).toString('base64'),
      };
    },
  );
};

const messageOf = ({ status, reason }: AnalysisRecord) =>
  status === 'no-face' ? 'No specimens detected in image' : (reason ?? 'No specimens detected in image');

/** The earlier system had one number from 0 to 1: here, how narrow the interval is. */
export function confidenceOf({ lower, upper }: AnalysisRecord): number | null {
  return lower === null || upper === null ? null : Math.min(1, Math.max(0, 1 - (upper - lower) / 100));
}
