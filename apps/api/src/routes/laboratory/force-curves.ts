import { AttachForceCurveRequest, ForceCurve, ForceCurveFiles, ForceCurves, Sha256 } from '@mlmcsc/contracts';
import { forceCurveSettingsOf, presentForceCurve, presentForceCurveFile } from '@mlmcsc/core';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { attachmentNamed } from '../../http/attachment-named.ts';
import { base64BodyLimit } from '../../http/base64-body-limit.ts';
import { isNoneMatch } from '../../http/entity-tag.ts';
import { binary, IdParams, json, noContent, problems } from '../../http/route-schema.ts';
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

/** Files that were attached to a specimen. */
export const listForceCurveFiles: Endpoint = (app, { forceCurves }) => {
  app.get(
    '/specimens/:id/force-curve/files',
    {
      schema: {
        operationId: 'listForceCurveFiles',
        tags: ['laboratory'],
        summary: 'Every file that was attached to a specimen as its force curve',
        description: 'Replaced and taken-off ones, too, with what was told with each.',
        params: IdParams,
        response: {
          200: json('The files', ForceCurveFiles),
          ...problems(['invalid-request', 'specimen-not-found']),
        },
      },
    },
    async (request) => ({ items: (await forceCurves.files(request.params.id)).map(presentForceCurveFile) }),
  );
};

/** One of these files, as it was uploaded. */
export const getForceCurveFile: Endpoint = (app, { forceCurves }) => {
  app.get(
    '/specimens/:id/force-curve/files/:sha256',
    {
      schema: {
        operationId: 'getForceCurveFile',
        tags: ['laboratory'],
        summary: 'A file of an instrumented test, byte by byte as it was uploaded',
        params: Type.Object({ ...IdParams.properties, sha256: Sha256 }),
        response: {
          200: binary('The file', 'application/octet-stream'),
          304: noContent('Unchanged (If-None-Match)'),
          ...problems([
            'invalid-request',
            'specimen-not-found',
            'force-curve-not-found',
            'object-not-found',
            'object-damaged',
            'objects-unavailable',
            'objects-refused',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { id, sha256 } = request.params;
      const etag = `"${sha256}"`;
      const { file, bytes } = await forceCurves.file(id, sha256);
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (isNoneMatch(request.headers['if-none-match'], etag)) return reply.code(304).send(null) as never;
      reply
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', attachmentNamed(file.fileName));
      return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as never;
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
        description: 'Its file stays and can be downloaded: see the list of the files.',
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
