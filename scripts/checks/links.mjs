import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inRepository, repositoryRoot } from '../lib/repository.mjs';

const LINK = /!?\[[^\]]*\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g;
const CODE = /`([^`\n]+)`/g;
/** Inline code that names a file or folder of the repository. */
const REPOSITORY_PATH =
  /^(?:apps|packages|tools|scripts|docs|e2e|bench|models|changes|test|\.ci)\/[\w./@-]*$/;
const NPM_RUN = /\bnpm run ([\w:-]+)/g;
const MLMCSC = /(?:^|\bnpx |`|\$ )mlmcsc ([a-z]+)/gm;

const headingAnchor = (heading) =>
  heading
    .toLowerCase()
    .replace(/[`*_]/g, '')
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** What git ignores appears with the first build; a fresh clone does not have it yet. */
const isBuildOutput = (path) =>
  spawnSync('git', ['check-ignore', '--quiet', `${path}/`], { cwd: repositoryRoot }).status === 0;

function anchorsOf(text) {
  return new Set([...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map((match) => headingAnchor(match[1])));
}

/**
 * What is wrong with the links, quoted paths and quoted commands of one Markdown file.
 * @param {string} file absolute path
 * @param {string} text
 * @param {{npmScripts: Set<string>, commands: Set<string>}} known scripts of package.json, commands of `mlmcsc`
 */
export function findBrokenReferences(file, text, { npmScripts, commands }) {
  const prose = text.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ' '));
  const problems = [];
  const report = (index, message) =>
    problems.push(`${relative(repositoryRoot, file)}:${text.slice(0, index).split('\n').length}: ${message}`);
  for (const { 1: target, index } of prose.replace(CODE, (code) => ' '.repeat(code.length)).matchAll(LINK)) {
    if (/^(https?|mailto):/.test(target)) continue;
    const [path, anchor] = decodeURI(target).split('#');
    const resolved = join(dirname(file), path);
    if (path === '') {
      if (!anchorsOf(text).has(anchor)) report(index, `links to ${target}, but there is no such heading`);
    } else if (!existsSync(resolved)) report(index, `links to ${target}, which does not exist`);
    else if (anchor && resolved.endsWith('.md') && !anchorsOf(readFileSync(resolved, 'utf8')).has(anchor)) {
      report(index, `links to ${target}, but there is no such heading`);
    }
  }
  for (const { 1: code, index } of prose.matchAll(CODE)) {
    if (REPOSITORY_PATH.test(code) && !existsSync(inRepository(code)) && !isBuildOutput(code))
      report(index, `names ${code}, which does not exist`);
  }
  for (const { 1: script, index } of text.matchAll(NPM_RUN)) {
    if (!npmScripts.has(script)) report(index, `names npm run ${script}, which package.json does not have`);
  }
  for (const { 1: command, index } of text.matchAll(MLMCSC)) {
    if (!commands.has(command)) report(index, `names mlmcsc ${command}, which is no command`);
  }
  return problems;
}

/** The npm scripts that a page may name: those of the root, and of the workspace it lies in. */
function npmScriptsFor(page) {
  const workspace = page.split('/').slice(0, 2).join('/');
  const manifests = [inRepository('package.json'), inRepository(workspace, 'package.json')].filter((path) =>
    existsSync(path),
  );
  return new Set(
    manifests.flatMap((path) => Object.keys(JSON.parse(readFileSync(path, 'utf8')).scripts ?? {})),
  );
}

/** The commands that `mlmcsc --help` lists. */
function listCommands() {
  const program = inRepository('apps', 'cli', 'bin', 'mlmcsc.mjs');
  const help = execFileSync(process.execPath, [program, '--help'], { encoding: 'utf8' });
  const section = help.slice(help.indexOf('Commands:'));
  return new Set([...section.matchAll(/^ {2}([a-z]+)/gm)].map((match) => match[1]));
}

if (process.argv[1] === import.meta.filename) {
  const commands = listCommands();
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
    cwd: repositoryRoot,
  });
  const files = listed
    .toString()
    .split('\n')
    .filter((path) => path !== '' && existsSync(inRepository(path)));
  const problems = files.flatMap((path) =>
    findBrokenReferences(inRepository(path), readFileSync(inRepository(path), 'utf8'), {
      commands,
      npmScripts: npmScriptsFor(path),
    }),
  );
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  process.stdout.write(`${problems.length} broken references in ${files.length} pages\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
