import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** One remarkable line of a child's log. */
export interface LogRemark {
  readonly level: 'warn' | 'error' | 'fatal';
  readonly message: string;
}

export interface ChildLogOptions {
  /** The present file; older text moves to `<path>.1`. */
  readonly path: string;
  /** @default 20 MB */
  readonly maxBytes?: number;
  readonly onRemark: (remark: LogRemark) => void;
}

export interface ChildLog {
  write(chunk: Buffer): void;
  /** The last lines that were not JSON: what a child says when it cannot even start. */
  plainTail(): readonly string[];
  close(): void;
}

const TAIL_LINES = 12;
/** Longer lines are written, but not looked into. */
const LONGEST_LINE = 100_000;

/** Appends a child's output to a file of bounded size and picks warnings and errors out of its JSON lines. */
export function openChildLog({ path, maxBytes = 20_000_000, onRemark }: ChildLogOptions): ChildLog {
  mkdirSync(dirname(path), { recursive: true });
  let file = openSync(path, 'a', 0o640);
  let size = fstatSync(file).size;
  let rest = '';
  let writeFailed = false;
  const tail: string[] = [];

  const append = (chunk: Buffer) => {
    if (size > maxBytes) {
      closeSync(file);
      renameSync(path, `${path}.1`);
      file = openSync(path, 'a', 0o640);
      size = 0;
    }
    writeSync(file, chunk);
    size += chunk.length;
  };

  const inspect = (line: string) => {
    if (line === '') return;
    const remark = readRemark(line);
    if (remark === 'plain') {
      tail.push(line);
      if (tail.length > TAIL_LINES) tail.shift();
    } else if (remark !== null) onRemark(remark);
  };

  return {
    write(chunk) {
      try {
        append(chunk);
        writeFailed = false;
      } catch (error) {
        // A full disk must not end the program that still serves what it can: say it once.
        if (!writeFailed)
          onRemark({ level: 'error', message: `the log cannot be written: ${(error as Error).message}` });
        writeFailed = true;
      }
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE) rest = '';
      for (const line of lines) inspect(line);
    },
    plainTail: () => (rest === '' ? tail : [...tail, rest]),
    close: () => closeSync(file),
  };
}

/** @returns null for a JSON line below `warn` */
function readRemark(line: string): LogRemark | null | 'plain' {
  if (!line.startsWith('{')) return 'plain';
  try {
    const entry = JSON.parse(line) as Record<string, unknown>;
    const level =
      entry['log.level'] ?? (entry.log as Record<string, unknown> | undefined)?.level ?? entry.level;
    if (level !== 'warn' && level !== 'error' && level !== 'fatal') return null;
    return { level, message: String(entry.message ?? entry.msg ?? line) };
  } catch {
    return 'plain';
  }
}
