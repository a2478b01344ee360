import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeModel } from '@mlmcsc/learning';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'default-model-'));
const run = (name: string, ...more: string[]): string =>
  execFileSync(
    process.execPath,
    [main, '--quick', '--out', join(folder, `${name}.mlmcsc`), '--cache', join(folder, name), ...more],
    { encoding: 'utf8' },
  );
const digest = (name: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, `${name}.mlmcsc`)))
    .digest('hex');

describe('the training command', () => {
  beforeAll(() => {
    run('first', '--threads', '2');
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gives the same bytes again from nothing, on another number of threads', () => {
    run('second', '--threads', '1');
    expect(digest('second')).toBe(digest('first'));
  }, 240_000);

  it('writes a model that can be read, and a card that says the data are synthetic', () => {
    const model = decodeModel(readFileSync(join(folder, 'first.mlmcsc')));
    expect(model.locator.definition.outputChannels).toBe(2);
    expect(model.dataset.kind).toBe('synthetic');
    const card = readFileSync(join(folder, 'first.md'), 'utf8');
    expect(card).toContain('Data kind: synthetic');
    expect(card).toContain(digest('first'));
  });

  it('measures an existing artefact again without changing it', () => {
    const before = digest('first');
    expect(run('first', '--evaluate-only')).toContain(before);
    expect(run('first', '--errors')).toMatch(/faces|no face/);
    expect(digest('first')).toBe(before);
  }, 120_000);
});
