import { Id, LinkPictureRequest, Specimen, SpecimenDetail } from '@mlmcsc/contracts';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, noContent, problems } from '../../http/route-schema.ts';
import { signedIn, usernameOf } from '../../http/signed-in.ts';
import { isAllowed } from '../../permissions.ts';
import { presentRecord, presentSpecimenDetails } from '../../present/present-record.ts';

const PictureParams = Type.Object({ ...IdParams.properties, imageId: Id });

/** A specimen with its pictures and what was read from them. */
export const getSpecimenDetails: Endpoint = (app, { laboratory, studies }) => {
  app.get(
    '/specimens/:id/details',
    {
      schema: {
        operationId: 'getSpecimenDetails',
        tags: ['laboratory'],
        summary: 'A specimen with its pictures, their analyses and labels',
        description: 'A reader whose study still asks for the specimen sees the pictures without analyses.',
        params: IdParams,
        response: {
          200: json('The specimen', SpecimenDetail),
          ...problems(['invalid-request', 'specimen-not-found']),
        },
      },
    },
    async (request) =>
      presentSpecimenDetails(
        await laboratory.specimens.details(request.params.id),
        await studies.hiddenFrom(usernameOf(request)),
      ),
  );
};

/** Say which half of which specimen a picture shows. */
export const linkPicture: Endpoint = (app, { laboratory }) => {
  app.put(
    '/specimens/:id/pictures/:imageId',
    {
      schema: {
        operationId: 'linkPicture',
        tags: ['laboratory'],
        summary: 'Say that a picture shows this specimen',
        description:
          'A picture shows one specimen at most. Moving it from one to another, or to the other half, needs a reviewer.',
        params: PictureParams,
        body: LinkPictureRequest,
        response: {
          200: json('The specimen as it is now', Specimen),
          ...problems([
            'invalid-request',
            'malformed-body',
            'body-too-large',
            'specimen-not-found',
            'image-not-found',
            'series-closed',
            'correction-needs-reviewer',
            'precondition-failed',
            'cross-site-request',
            'unsupported-media-type',
          ]),
        },
      },
    },
    async (request) => {
      const { id: specimenId, imageId } = request.params;
      return presentRecord<Specimen>(
        await laboratory.specimens.linkPicture({
          ...{ specimenId, imageId, half: request.body.half, username: usernameOf(request) },
          mayCorrect: isAllowed(signedIn(request).user.role, 'reviewer'),
        }),
      );
    },
  );
};

/** A picture does not show the specimen after all. */
export const unlinkPicture: Endpoint = (app, { laboratory }) => {
  app.delete(
    '/specimens/:id/pictures/:imageId',
    {
      schema: {
        operationId: 'unlinkPicture',
        tags: ['laboratory'],
        summary: 'Say that a picture does not show this specimen',
        description: 'The picture itself stays.',
        params: PictureParams,
        response: {
          204: noContent('Unlinked'),
          ...problems([
            'invalid-request',
            'specimen-not-found',
            'image-not-found',
            'series-closed',
            'precondition-failed',
            'cross-site-request',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { id, imageId } = request.params;
      await laboratory.specimens.unlinkPicture(id, imageId, usernameOf(request));
      return reply.code(204).send(null);
    },
  );
};
