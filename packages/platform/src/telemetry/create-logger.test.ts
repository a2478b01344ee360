import { expect, test } from 'vitest';
import { createLogger } from './create-logger.ts';

test('lines are ECS JSON with the fields of the call, without secrets', () => {
  const lines: string[] = [];
  const log = createLogger({
    service: 'mlmcsc-test',
    level: 'info',
    destination: { write: (line) => lines.push(line) },
  });
  log.info({ job_id: 'j1', password: 'hush', err: new RangeError('broken') }, 'job failed');
  log.debug({}, 'not written');
  expect(lines).toHaveLength(1);
  const line = JSON.parse(lines[0]!) as Record<string, unknown>;
  expect(line).toMatchObject({ message: 'job failed', job_id: 'j1', password: '[redacted]' });
  expect(line['log.level']).toBe('info');
  expect(JSON.stringify(line)).toContain('mlmcsc-test');
  expect(JSON.stringify(line)).toContain('RangeError');
});
