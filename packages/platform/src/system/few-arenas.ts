/**
 * The environment for a process that measures: glibc gives threads that allocate arenas of their own (up to eight for each processor), and memory that
 * is freed in one does not serve another. Pictures are large and decoded on many threads, so a process keeps growing by what lies unused in its arenas.
 * Two arenas keep resident memory flat and cost no time (`docs/reference/under-load.md`). The C library reads the variable when a process starts; other C libraries ignore it.
 */
export function withFewArenas(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { MALLOC_ARENA_MAX: '2', ...environment };
}
