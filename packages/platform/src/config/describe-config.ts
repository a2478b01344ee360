import type { Variable } from './variable.ts';
import { variables } from './variables.ts';

const all: readonly Variable<unknown>[] = Object.values(variables);

/** The reference page of all settings, Markdown. */
export function configurationPage(): string {
  const rows = all.map(
    (variable) =>
      `| \`${variable.name}\` | ${standardOf(variable)} | ${variable.rule} | ${variable.about}${variable.isSecret ? ' Secret.' : ''} |`,
  );
  return `${[
    '# Configuration',
    '',
    '<!-- Generated from packages/platform/src/config/variables.ts; do not edit. -->',
    '',
    'Settings are environment variables, read once when a process starts. For each `NAME`, `NAME_FILE` may name a file',
    'that holds the value instead (mounted secrets). An empty value counts as absent. A mistake stops the process: it names',
    'every bad variable and its rule.',
    '',
    '| Variable | Default | Must be | Meaning |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n')}\n`;
}

/** A commented `.env` with every setting at its default. */
export function environmentExample(): string {
  const parts = all.map((variable) => {
    const value = variable.standard === null ? '' : String(variable.standard);
    return `# ${variable.about}\n# ${capitalise(variable.rule)}. Default: ${standardOf(variable)}\n#${variable.name}=${value}\n`;
  });
  return `# Generated from packages/platform/src/config/variables.ts; do not edit.\n\n${parts.join('\n')}`;
}

function standardOf({ standard, standardText }: Variable<unknown>): string {
  if (standardText !== undefined) return standardText;
  return standard === null ? 'empty' : `\`${String(standard)}\``;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
