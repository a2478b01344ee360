import { AttachForceCurveRequest, ForceCurve, ForceCurves } from '@mlmcsc/contracts';
import { forceCurveSettingsOf, presentForceCurve } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { base64BodyLimit } from '../../http/base64-body-limit.ts';
import { IdParams, json, noContent, problems } from '../../http/route-schema.ts';
import { signedIn, usernameOf } from '../../http/signed-in.ts';
import { isAllowed } from '../../permissions.ts';
import { displayName } from '../images/read-upload.ts';

const MOST_BYTES = 4 * 1024 * 1024;

/** Attach the force curve of an instrumented test. */
export const attachForceCurve: Endpoint = (app, { forceCurves }) => {
  app.put(
    '/specimens/:id/force-curve',
    {
      bodyLimit: base64BodyLimit(MOST_BYTES),
      schema: {
        operationId: 'attachForceCurve',
        tags: ['laboratory'],
        summary: 'Attach the force curve of an instrumented test, or replace it',
        description:
          'A table of force over time or displacement. Forces, energy and the four estimates of percent shear are found; any force may be given instead. Replacing a curve needs a reviewer. See docs/reference/instrumented-tests.md.',
        params: IdParams,
        body: AttachForceCurveRequest,
        response: {
          200: json('The curve and what it tells', ForceCurve),
          ...problems([
            'invalid-request',
            'malformed-body',
            'body-too-large',
            'force-curve-invalid',
            'specimen-not-found',
            'series-closed',
            'correction-needs-reviewer',
            'precondition-failed',
            'objects-unavailable',
            'cross-site-request',
            'unsupported-media-type',
          ]),
        },
      },
    },
    async (request) => {
      const { file_name: fileName, content_base64: content, ...told } = request.body;
      return presentForceCurve(
        await forceCurves.attach({
          specimenId: request.params.id,
          fileName: displayName(fileName),
          bytes: Buffer.from(content, 'base64'),
          settings: forceCurveSettingsOf(told),
          username: usernameOf(request),
          mayCorrect: isAllowed(signedIn(request).user.role, 'reviewer'),
        }),
      );
    },
  );
};

/** The force curve of a specimen. */
export const getForceCurve: Endpoint = (app, { forceCurves }) => {
  app.get(
    '/specimens/:id/force-curve',
    {
      schema: {
        operationId: 'getForceCurve',
        tags: ['laboratory'],
        summary: 'The force curve of an instrumented test',
        description: 'With the verdict about the values that the specimen has now.',
        params: IdParams,
        response: {
          200: json('The curve and what it tells', ForceCurve),
          ...problems(['invalid-request', 'specimen-not-found', 'force-curve-not-found']),
        },
      },
    },
    async (request) => presentForceCurve(await forceCurves.get(request.params.id)),
  );
};

/** The force curves of a series. */
export const listForceCurves: Endpoint = (app, { forceCurves }) => {
  app.get(
    '/series/:id/force-curves',
    {
      schema: {
        operationId: 'listForceCurves',
        tags: ['laboratory'],
        summary: 'The force curves of the specimens of a series',
        params: IdParams,
        response: {
          200: json('The curves', ForceCurves),
          ...problems(['invalid-request', 'series-not-found']),
        },
      },
    },
    async (request) => {
      const views = await forceCurves.ofSeries(request.params.id);
      return { items: views.map(presentForceCurve) };
    },
  );
};

/** Take the force curve off a specimen. */
export const removeForceCurve: Endpoint = (app, { forceCurves }) => {
  app.delete(
    '/specimens/:id/force-curve',
    {
      schema: {
        operationId: 'removeForceCurve',
        tags: ['laboratory'],
        summary: 'Take the force curve off a specimen',
        description: 'The history of the specimen keeps the digest of the file.',
        params: IdParams,
        response: {
          204: noContent('Taken off'),
          ...problems([
            'invalid-request',
            'specimen-not-found',
            'force-curve-not-found',
            'series-closed',
            'precondition-failed',
            'cross-site-request',
          ]),
        },
      },
    },
    async (request, reply) => {
      await forceCurves.remove(request.params.id, usernameOf(request));
      return reply.code(204).send(null);
    },
  );
};
