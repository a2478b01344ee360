import Schema from 'typebox/schema';
import type { ResponseChecker } from '../integration/support/response-checker.ts';
import { findLeaks } from './find-leaks.ts';
import type { JsonSchema } from './generate-value.ts';
import type { FuzzAnswer, FuzzRequest } from './send-request.ts';

/** What every answer is held to. */
export interface Promises {
  readonly checker: ResponseChecker;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** Texts that must never appear in an answer. */
  readonly secrets: readonly string[];
}

/** What is wrong with an answer; nothing, if all is well. */
export const judgeAnswer = (made: FuzzRequest, answer: FuzzAnswer, promises: Promises): string[] => [
  ...faultsOf(answer, promises),
  ...promisesBroken(made, answer, promises.checker),
];

const problemSchema = new Map<object, ReturnType<typeof Schema.Compile>>();

/** What is wrong with an answer, whatever was asked. */
function faultsOf(answer: FuzzAnswer, { schemas, secrets }: Promises): string[] {
  const text = answer.body.toString('utf8');
  const isPage = answer.headers['content-type']?.startsWith('text/html') === true;
  const faults = isPage ? [] : findLeaks(text, secrets).map((leak) => `shows ${leak}`);
  if (answer.status >= 500) faults.push(`status ${answer.status}`);
  const problem = schemas.Problem;
  if (answer.status >= 400 && text !== '' && problem !== undefined) {
    const mediaType = answer.headers['content-type']?.split(';', 1)[0];
    if (mediaType === 'application/problem+json') {
      let validator = problemSchema.get(problem);
      if (validator === undefined) {
        validator = Schema.Compile(problem as never);
        problemSchema.set(problem, validator);
      }
      const value: unknown = JSON.parse(text);
      if (!validator.Check(value)) faults.push('the problem document does not fit its schema');
      else if ((value as { status: number }).status !== answer.status) faults.push('the status differs');
    } else if (mediaType !== 'application/json') {
      faults.push(`an error of the type ${mediaType}`);
    }
  }
  return faults;
}

/** What of the OpenAPI document an answer breaks. */
function promisesBroken(made: FuzzRequest, answer: FuzzAnswer, checker: ResponseChecker): string[] {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  try {
    const isStream = answer.headers['content-type']?.startsWith('text/event-stream') === true;
    const isHead = made.method === 'HEAD';
    if (!isStream && !isHead && !isBeforeRoutes(made, answer)) {
      checker.check(made.method, made.target, { status: answer.status, headers, body: answer.body });
    }
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Whether the request was refused before any route was looked for: its header or a part of its address is too long. */
function isBeforeRoutes(made: FuzzRequest, answer: FuzzAnswer): boolean {
  if (answer.status === 431) return true;
  const path = made.target.split('?', 1)[0] ?? '';
  return answer.status === 404 && path.split('/').some((part) => decodeURIComponent(part).length > 200);
}
