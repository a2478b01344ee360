import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createStartConsole } from './start-console.ts';

const printed = (stream: PassThrough) => String(stream.read() ?? '');

it('shows every step of a first start and only slow ones of a later start', async () => {
  const output = new PassThrough();
  expect(await createStartConsole(true, output).step('Database started', async () => 5)).toBe(5);
  expect(printed(output)).toMatch(/^ {2}✓ Database started \(\d\.\d s\)\n$/);
  await createStartConsole(false, output).step('Database started', async () => 5);
  expect(printed(output)).toBe('');
});

it('shows the same remark once a minute', () => {
  const output = new PassThrough();
  const console = createStartConsole(true, output);
  console.remark('worker', 'slow disk');
  console.remark('worker', 'slow disk');
  console.remark('api', 'slow disk');
  expect(printed(output)).toBe('  ! worker: slow disk\n  ! api: slow disk\n');
});
