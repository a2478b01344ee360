import { writeFile } from 'node:fs/promises';
import { openApiDocument } from '../src/openapi/openapi-document.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly 'x-required-role': string;
  readonly tags: readonly string[];
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
}

/** Writes docs/reference/api.md from the OpenAPI document. */
const target = new URL('../../../docs/reference/api.md', import.meta.url);
const { paths, tags } = (await openApiDocument()) as Document;
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

const sections = tags.map(({ name, description }) => {
  const rows = operations
    .filter(({ operation }) => operation.tags.includes(name))
    .map(
      ({ path, method, operation }) =>
        `| \`${method} ${path}\` | ${operation.summary} | ${operation['x-required-role']} |`,
    );
  return `## ${description}\n\n| route | what it does | least role |\n|---|---|---|\n${rows.join('\n')}\n`;
});

await writeFile(
  target,
  `# The API

A running server explains every route at \`/docs\` and serves the OpenAPI 3.1 document at \`/openapi.json\`; the same
document is kept in [openapi.json](openapi.json). Errors are explained in [problems](problems/README.md). Roles, from
least to most: viewer, technician, reviewer, engineer, admin; each may do all that those before it may.

- [Use the API](../how-to/use-the-api.md) shows it with commands, and says what stays compatible.
- Sign in with \`POST /api/v1/session\`; the session travels in an HttpOnly cookie and lasts 12 hours.
- Programs send an API key instead: \`Authorization: Bearer mlmcsc_…\`; see [permissions](permissions.md) and [users](../how-to/manage-users.md).
- Requests that change something must come from the server's own pages (\`Origin\`, \`Sec-Fetch-Site\`) or from a program.
- \`Idempotency-Key\` on \`POST\` of analyses, labels and jobs makes repeating a request harmless for 24 hours.
- JSON answers carry an \`ETag\`: \`If-None-Match\` answers 304, and changes that could undo somebody else's want it as \`If-Match\`.
- Lists are pages: pass \`next_cursor\` as \`cursor\` with the same filters; null means the end.
- Pictures, maps and overlays never change: they carry an \`ETag\` and may be kept for ever.
- Events are server-sent events; a reconnect with \`Last-Event-ID\` at any replica misses nothing of the last 24 hours and is
  told \`stream.reset\` beyond.

Generated from the routes.

${sections.join('\n')}`,
);
