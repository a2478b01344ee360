import { NotFound } from '@mlmcsc/core';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { findProblem, PROBLEMS } from '../../http/problem-table.ts';

const HTML = 'text/html; charset=utf-8';

/** The page that a problem's `type` leads to. */
export const problemPage: Endpoint = (app) => {
  app.get(
    '/problems/:code',
    { schema: { hide: true, params: Type.Object({ code: Type.String({ maxLength: 100 }) }) } },
    async (request, reply) => {
      const { code } = request.params;
      const problem = findProblem(code);
      if (problem === undefined) throw new NotFound('not-found', 'No problem has this code.');
      return reply
        .header('content-type', HTML)
        .header('cache-control', 'public, max-age=3600')
        .send(
          page(
            code,
            `<p>Status ${problem.status}</p><p>${escapeHtml(problem.title)}.</p><p>${escapeHtml(problem.explanation)}</p>`,
          ),
        ) as never;
    },
  );
};

/** All problems. */
export const problemIndex: Endpoint = (app) => {
  app.get('/problems', { schema: { hide: true } }, async (_request, reply) => {
    const rows = Object.entries(PROBLEMS).map(
      ([code, { status, title }]) =>
        `<li><a href="/problems/${code}"><code>${code}</code></a> (${status}): ${escapeHtml(title)}</li>`,
    );
    return reply
      .header('content-type', HTML)
      .header('cache-control', 'public, max-age=3600')
      .send(page('Problems', `<ul>${rows.join('')}</ul>`)) as never;
  });
};

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('`', '');

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – MLMCSC</title><body><h1>${title}</h1>${body}</body></html>`;
