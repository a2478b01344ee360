import { CreateJobRequest, CreateLabelRequest, HistoryQuery } from '@mlmcsc/contracts';
import type { TSchema } from 'typebox';
import { describe, expect, it } from 'vitest';
import { pointersOf } from './validation-pointers.ts';
import { validatorCompiler } from './validator-compiler.ts';

function errorsOf(schema: TSchema, httpPart: 'body' | 'querystring', value: unknown) {
  const validate = validatorCompiler({ schema, method: 'POST', url: '/x', httpPart });
  const result = validate(value) as { error?: never; value?: unknown };
  return result.error === undefined ? result.value : pointersOf(result.error, httpPart);
}

const analysisId = '0192f0a0-1111-7000-8000-000000000001';

describe('validation', () => {
  it('names the missing field', () => {
    expect(errorsOf(CreateLabelRequest, 'body', { analysis_id: analysisId })).toEqual([
      { pointer: '#/shear_percent', detail: 'shear_percent is missing' },
    ]);
  });

  it('refuses unknown body fields instead of dropping them', () => {
    expect(
      errorsOf(CreateLabelRequest, 'body', { analysis_id: analysisId, shear_percent: 40, 'we/ird': 1 }),
    ).toEqual([{ pointer: '#/we~1ird', detail: 'we~1ird is not known here' }]);
  });

  it('refuses a NUL character, which the database cannot store', () => {
    expect(
      errorsOf(CreateLabelRequest, 'body', { analysis_id: analysisId, shear_percent: 4, notes: 'a\u0000b' }),
    ).toEqual([{ pointer: '#/notes', detail: 'notes must not hold a NUL character' }]);
  });

  it('does not take text for a number in a body', () => {
    expect(
      errorsOf(CreateLabelRequest, 'body', { analysis_id: analysisId, shear_percent: '40' }),
    ).toMatchObject([{ pointer: '#/shear_percent' }]);
  });

  it.each([-0.001, 100.001, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d percent', (percent) => {
    expect(
      errorsOf(CreateLabelRequest, 'body', { analysis_id: analysisId, shear_percent: percent }),
    ).toMatchObject([{ pointer: '#/shear_percent' }]);
  });

  it('names the element of an array that is no identifier', () => {
    expect(
      errorsOf(CreateJobRequest, 'body', { kind: 'analysis.batch.v1', image_ids: [analysisId, "1' or 1=1"] }),
    ).toContainEqual(expect.objectContaining({ pointer: '#/image_ids/1' }));
  });

  it('converts query text to the types named and fills in defaults', () => {
    expect(
      errorsOf(HistoryQuery, 'querystring', { labelled: 'true', shear_min: '12.5', text: '42' }),
    ).toEqual({ labelled: true, shear_min: 12.5, text: '42', limit: 50 });
  });

  it('says which query parameter is wrong', () => {
    expect(errorsOf(HistoryQuery, 'querystring', { limit: '0' })).toEqual([
      { pointer: '#/limit', detail: expect.stringMatching(/^query parameter limit /) },
    ]);
    expect(errorsOf(HistoryQuery, 'querystring', { from: 'yesterday' })).toMatchObject([
      { pointer: '#/from' },
    ]);
  });
});
