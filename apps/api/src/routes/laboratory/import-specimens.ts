import { createHash } from 'node:crypto';
import {
  ImportSpecimensRequest,
  PreviewSpecimenImportRequest,
  SpecimenImport,
  SpecimenImportPreview,
} from '@mlmcsc/contracts';
import type { ImportOptions } from '@mlmcsc/core';
import type { ApiDependencies } from '../../api-dependencies.ts';
import type { Endpoint } from '../../api-instance.ts';
import { base64BodyLimit } from '../../http/base64-body-limit.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentImportPreview, presentSpecimenImport } from '../../present/present-specimen-import.ts';
import { displayName } from '../images/read-upload.ts';

const MOST_BYTES = 8 * 1024 * 1024;
const bodyLimit = base64BodyLimit(MOST_BYTES);
const COMMON_PROBLEMS = [
  'invalid-request',
  'malformed-body',
  'body-too-large',
  'specimen-list-unreadable',
  'series-not-found',
  'series-closed',
  'tables-busy',
  'cross-site-request',
  'unsupported-media-type',
] as const;

/** The table in a request, with what was said about it. */
async function readList(tables: ApiDependencies['tables'], body: PreviewSpecimenImportRequest) {
  const bytes = Buffer.from(body.content_base64, 'base64');
  const { mapping, units, decimal, shear_method: shearMethod, encoding, sheet } = body;
  const read = await tables.read(bytes, { encoding, sheet });
  const options: ImportOptions = {
    mapping: mapping as ImportOptions['mapping'],
    units,
    decimal,
    shearMethod,
  };
  return { bytes, read, request: { table: read.table, options, seriesId: body.series_id ?? null } };
}

/** Shows what a list would bring. */
export const previewSpecimenImport: Endpoint = (app, { specimenImports, tables }) => {
  app.post(
    '/specimen-imports/preview',
    {
      bodyLimit,
      schema: {
        operationId: 'previewSpecimenImport',
        tags: ['laboratory'],
        summary: 'Look at a list of specimens before it is taken in',
        description:
          'Writes nothing. Columns, units and decimal sign are detected, or taken as told; every fault is named by row and column. See docs/reference/specimen-lists.md.',
        body: PreviewSpecimenImportRequest,
        response: {
          200: json('What an import would do', SpecimenImportPreview),
          ...problems(COMMON_PROBLEMS),
        },
      },
    },
    async (request) => {
      const { read, request: list } = await readList(tables, request.body);
      return presentImportPreview(read, await specimenImports.preview(list));
    },
  );
};

/** Takes a list in. */
export const importSpecimens: Endpoint = (app, { specimenImports, tables, idempotency }) => {
  app.post(
    '/specimen-imports',
    {
      bodyLimit,
      schema: {
        operationId: 'importSpecimens',
        tags: ['laboratory'],
        summary: 'Take in a list of specimens',
        description: 'As a whole, or not at all when any row is wrong.',
        headers: IdempotencyHeaders,
        body: ImportSpecimensRequest,
        response: {
          201: json('Taken in', SpecimenImport),
          ...problems([
            ...COMMON_PROBLEMS,
            'specimen-list-invalid',
            'idempotency-key-reused',
            'idempotency-key-in-use',
          ]),
        },
      },
    },
    async (request, reply) =>
      idempotently(idempotency, request, reply, async (id) => {
        const { bytes, request: list } = await readList(tables, request.body);
        const made = await specimenImports.commit({
          ...list,
          id,
          fileName: displayName(request.body.file_name),
          sha256: createHash('sha256').update(bytes).digest('hex'),
          username: usernameOf(request),
        });
        return { status: 201, location: null, body: presentSpecimenImport(made) };
      }),
  );
};
