import { writeFile } from 'node:fs/promises';
import {
  JOB_KIND_PERMISSIONS,
  PERMISSIONS,
  ROLES,
  readAccess,
  SCOPES,
  WITHOUT_SECOND_FACTOR,
} from '../src/permissions.ts';

/** Writes docs/reference/permissions.md from the permission table. */
const target = new URL('../../../docs/reference/permissions.md', import.meta.url);

const scopes = Object.entries(SCOPES).map(([scope, meaning]) => `| \`${scope}\` | ${meaning} |`);
const routes = Object.entries(PERMISSIONS).map(([route, access]) => {
  const { role, scope } = readAccess(access);
  const key = role === null ? 'not needed' : scope === null ? 'never' : `\`${scope}\``;
  return `| \`${route.replaceAll(/:(\w+)/g, '{$1}')}\` | ${role ?? 'everybody'} | ${key} |`;
});
const kinds = Object.entries(JOB_KIND_PERMISSIONS).map(([kind, role]) => `| \`${kind}\` | ${role} |`);

await writeFile(
  target,
  `# Permissions

Roles, from least to most: ${ROLES.join(', ')}; each may do all that those before it may. An API key needs the scope of the route, and its owner
the role at the moment of use. Where the last column says *never*, only people who are signed in may call the route: what hands out credentials or roles.

## Scopes of API keys

| scope | lets a key |
|---|---|
${scopes.join('\n')}

## Routes

| route | least role | scope of a key |
|---|---|---|
${routes.join('\n')}

## Kinds of jobs

Starting, cancelling or re-running a job needs the role of its kind, too.

| kind | least role |
|---|---|
${kinds.join('\n')}

## Without the second factor that the role demands

${[...WITHOUT_SECOND_FACTOR].map((route) => `\`${route}\``).join(', ')}, and what everybody may call.

Generated from \`apps/api/src/permissions.ts\`.
`,
);
