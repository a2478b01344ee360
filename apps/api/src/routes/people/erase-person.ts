import { ErasePersonRequest, Erasure } from '@mlmcsc/contracts';
import { InvalidInput } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { PersonParams } from './export-person.ts';

/** Puts a pseudonym in the place of a name, everywhere. */
export const erasePerson: Endpoint = (app, { useCases }) => {
  app.post(
    '/people/:username/erase',
    {
      schema: {
        operationId: 'erasePerson',
        tags: ['people'],
        summary: 'Erase a person',
        description:
          'A stable pseudonym takes the place of the name in every record; account, sessions, keys and addresses are deleted. Labels and their statistics stay. It cannot be undone.',
        params: PersonParams,
        body: ErasePersonRequest,
        response: {
          200: json('What was done', Erasure),
          ...problems([
            'invalid-request',
            'malformed-body',
            'erasure-of-oneself',
            'user-not-found',
            'last-administrator',
            'cross-site-request',
            'unsupported-media-type',
            'body-too-large',
          ]),
        },
      },
    },
    async (request) => {
      const { username } = request.params;
      if (request.body.confirm !== username) {
        throw new InvalidInput('invalid-request', '`confirm` must be the user name of the address.');
      }
      const { pseudonym, counts } = await useCases.erasePerson({ username, by: usernameOf(request) });
      return { pseudonym, rows: { ...counts } };
    },
  );
};
