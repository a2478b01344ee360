import { writeFile } from 'node:fs/promises';
import { PROBLEMS } from '../src/http/problem-table.ts';

/** Writes docs/reference/problems/README.md from the table of problems. */
const target = new URL('../../../docs/reference/problems/README.md', import.meta.url);

const sections = Object.entries(PROBLEMS)
  .sort(([left], [right]) => (left < right ? -1 : 1))
  .map(([code, { status, title, explanation }]) => `## ${code}\n\n${status} – ${title}.\n\n${explanation}\n`);

await writeFile(
  target,
  `# Problems

Every error of the API is a problem document (RFC 9457, \`application/problem+json\`): \`type\` (\`/problems/<code>\`,
served by the API), \`title\`, \`status\`, \`detail\`, \`instance\`, and besides them \`code\` (branch on this), \`request_id\`
(find the log lines by this) and, when a request does not fit its description, \`errors\` with a JSON Pointer each. With
429 and 503 comes \`Retry-After\` in seconds.

Generated from the table in \`apps/api/src/http/problem-table.ts\`.

${sections.join('\n')}`,
);
