import { ProblemError } from '@mlmcsc/client';
import { describe, expect, it } from 'vitest';
import { setLanguage } from '../language/language.ts';
import { textsReady } from '../language/texts.ts';
import {
  describeError,
  describeErrorBriefly,
  describeWait,
  isDenied,
  isServerAway,
  isSessionMissing,
} from './problem.ts';

const problem = (status: number, code: string, detail?: string) =>
  new ProblemError({ status, code, title: `Title of ${code}`, ...(detail === undefined ? {} : { detail }) });

describe('problems', () => {
  it('tells an ended session from a wrong password', () => {
    expect(isSessionMissing(problem(401, 'not-signed-in'))).toBe(true);
    expect(isSessionMissing(problem(401, 'sign-in-failed'))).toBe(false);
    expect(isSessionMissing(new Error('401'))).toBe(false);
  });

  it('tells a server that is away from one that refuses', () => {
    expect(isServerAway(problem(0, 'network-unreachable'))).toBe(true);
    expect(isServerAway(problem(409, 'idempotency-key-in-use'))).toBe(true);
    expect(isServerAway(problem(502, 'unreadable-answer'))).toBe(true);
    expect(isServerAway(problem(503, 'measurer-busy'))).toBe(false);
    expect(isServerAway(problem(422, 'image-truncated'))).toBe(false);
    expect(isServerAway(new TypeError('away'))).toBe(false);
  });

  it('tells a role that is not enough from other refusals', () => {
    expect(isDenied(problem(403, 'role-insufficient'))).toBe(true);
    expect(isDenied(problem(403, 'cross-site-request'))).toBe(false);
  });

  it('says what happened and what to do', () => {
    expect(describeError(problem(422, 'image-truncated', 'The file ends early.'))).toEqual({
      title: 'Title of image-truncated',
      detail: 'The file ends early.',
      requestId: null,
    });
    expect(describeError(problem(0, 'network-unreachable')).detail).toContain('network connection');
    expect(describeErrorBriefly(problem(422, 'image-empty'))).toBe('Title of image-empty');
    expect(describeError('odd')).toEqual({ title: 'Something went wrong', detail: null, requestId: null });
  });

  it('rounds waits up', () => {
    expect(describeWait(39.2)).toBe('40 seconds');
    expect(describeWait(0)).toBe('1 seconds');
    expect(describeWait(241)).toBe('5 minutes');
  });

  it('speaks German by code, with the words of the API where there are no others', async () => {
    setLanguage('de', ['de']);
    await textsReady();
    try {
      expect(describeError(problem(422, 'image-empty', 'The file is empty.'))).toMatchObject({
        title: 'Das Bild ist leer',
        detail: expect.stringContaining('Die Datei enthält nichts'),
      });
      expect(describeError(problem(409, 'of-tomorrow', 'New.'))).toMatchObject({
        title: 'Title of of-tomorrow',
        detail: 'New.',
      });
    } finally {
      setLanguage('en', ['en']);
      await textsReady();
    }
    expect(describeError(problem(422, 'image-empty', 'Empty.')).title).toBe('Title of image-empty');
  });
});
