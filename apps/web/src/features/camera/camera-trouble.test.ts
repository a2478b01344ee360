import { expect, it } from 'vitest';
import { FIRST_CHOICE, restoreChoice } from './camera-choice.ts';
import { troubleOf, troubleText } from './camera-trouble.ts';

it('tells a camera that is forbidden, missing, in use or broken', () => {
  const troubles = [
    'NotAllowedError',
    'NotFoundError',
    'OverconstrainedError',
    'NotReadableError',
    'Odd',
  ].map((name) => troubleOf(new DOMException('', name)));
  expect(troubles).toEqual(['denied', 'missing', 'missing', 'busy', 'failed']);
  for (const trouble of troubles) expect(troubleText(trouble).advice).not.toBe('');
});

it('remembers the chosen camera and forgets what is odd', () => {
  const choice = { ...FIRST_CHOICE, deviceId: 'left', isAutomatic: true };
  expect(restoreChoice(JSON.stringify(choice))).toEqual(choice);
  expect(restoreChoice('{"deviceId":7,"resolution":{"width":3,"height":4}}')).toEqual(FIRST_CHOICE);
  expect(restoreChoice('broken')).toEqual(FIRST_CHOICE);
  expect(restoreChoice('null')).toEqual(FIRST_CHOICE);
  expect(restoreChoice(null)).toEqual(FIRST_CHOICE);
});
