import { describe, expect, it } from 'vitest';
import reference from '../../../../../docs/reference/audit-actions.md?raw';
import { AUDIT_WORDS, actionGroups, detailsText, wordsOf } from './audit-text.ts';

describe('words of the audit trail', () => {
  it('are there for every action that can be recorded', () => {
    const actions = [...reference.matchAll(/^\| `([a-z0-9.-]+)` \|/gm)].map(([, action]) => action);
    expect(actions.length).toBeGreaterThan(50);
    expect(actions.filter((action) => !Object.hasOwn(AUDIT_WORDS, action ?? ''))).toEqual([]);
  });

  it('differ, so that nobody takes one action for another', () => {
    expect(new Set(Object.values(AUDIT_WORDS)).size).toBe(Object.keys(AUDIT_WORDS).length);
  });

  it('of an action of a newer release are its name', () => {
    expect(wordsOf('press.started')).toBe('press.started');
  });

  it('are offered in groups', () => {
    expect(actionGroups().find(({ group }) => group === 'Api key')?.items).toEqual([
      { value: 'api-key.created', label: 'Made an API key' },
      { value: 'api-key.revoked', label: 'Revoked an API key' },
    ]);
  });
});

describe('details', () => {
  it('are one line; digests are short, what is empty is left out', () => {
    const digest = 'ab12cd34'.repeat(8);
    expect(
      detailsText({ by_link: true, events: ['a', 'b'], from: 'viewer', digest, reason: null, to: { x: 1 } }),
    ).toBe('from viewer · by link yes · events a, b · digest ab12cd34 · to (x 1)');
    expect(detailsText({})).toBe('');
  });
});
