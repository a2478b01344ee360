import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LogRemark, openChildLog } from './child-log.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-log-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('openChildLog', () => {
  it('keeps every byte and tells of warnings and errors, also in lines that arrive in pieces', async () => {
    const remarks: LogRemark[] = [];
    const log = openChildLog({
      path: join(folder, 'logs/api.log'),
      onRemark: (remark) => remarks.push(remark),
    });
    const text =
      '{"log.level":"info","message":"ready"}\n{"log.level":"warn","message":"slow"}\n{"log.level":"error","message":"gone"}\n';
    log.write(Buffer.from(text.slice(0, 60)));
    log.write(Buffer.from(text.slice(60)));
    log.close();
    expect(remarks).toEqual([
      { level: 'warn', message: 'slow' },
      { level: 'error', message: 'gone' },
    ]);
    expect(await readFile(join(folder, 'logs/api.log'), 'utf8')).toBe(text);
  });

  it('remembers the plain lines of a child that cannot start', () => {
    const log = openChildLog({ path: join(folder, 'api.log'), onRemark: () => expect.unreachable() });
    log.write(Buffer.from('SyntaxError: nowhere\n    at line 1'));
    expect(log.plainTail()).toEqual(['SyntaxError: nowhere', '    at line 1']);
    log.close();
  });

  it('starts a new file past the largest size and keeps the one before', async () => {
    const path = join(folder, 'api.log');
    const log = openChildLog({ path, maxBytes: 10, onRemark: () => {} });
    for (const text of ['first piece\n', 'second\n']) log.write(Buffer.from(text));
    log.close();
    expect(await readFile(`${path}.1`, 'utf8')).toBe('first piece\n');
    expect(await readFile(path, 'utf8')).toBe('second\n');
  });
});
