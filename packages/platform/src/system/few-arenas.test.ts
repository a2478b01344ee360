import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { withFewArenas } from './few-arenas.ts';

const run = promisify(execFile);

describe('the environment of a process that measures', () => {
  it('limits the arenas of the C library, and keeps everything else', async () => {
    const { stdout } = await run(
      process.execPath,
      ['-p', 'process.env.MALLOC_ARENA_MAX + process.env.OTHER'],
      {
        env: withFewArenas({ OTHER: ' kept' }),
      },
    );
    expect(stdout.trim()).toBe('2 kept');
  });

  it('leaves a limit that the operator has set', () => {
    expect(withFewArenas({ MALLOC_ARENA_MAX: '4' })).toEqual({ MALLOC_ARENA_MAX: '4' });
  });
});
