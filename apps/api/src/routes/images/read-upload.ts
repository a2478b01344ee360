import { ImageContext } from '@mlmcsc/contracts';
import { DomainError, InvalidInput } from '@mlmcsc/core';
import type { FastifyRequest } from 'fastify';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';

/** The parts of an upload form. */
export interface Upload {
  readonly bytes: Uint8Array;
  /** For display only, without folders and control characters. */
  readonly fileName: string;
  readonly context: ImageContext;
}

const contextValidator = Compile(ImageContext);
const CONTEXT_FIELDS: ReadonlySet<string> = new Set(Object.keys(ImageContext.properties));

/**
 * Reads an upload form as it arrives. Nothing is written anywhere: an upload that breaks off leaves nothing.
 * @param mostBytes - size limit of the file
 * @throws InvalidInput `image-missing | invalid-request | malformed-body`, or a limit error of the form's parser
 */
export async function readUpload(request: FastifyRequest, mostBytes: number): Promise<Upload> {
  const fields: Record<string, string> = {};
  let bytes: Uint8Array | null = null;
  let fileName = '';
  try {
    const parts = request.parts({
      limits: { fileSize: mostBytes, files: 1, fields: CONTEXT_FIELDS.size, fieldSize: 1000, parts: 10 },
    });
    for await (const part of parts) {
      if (part.type === 'file') {
        if (part.fieldname !== 'file') {
          throw new InvalidInput(
            'invalid-request',
            `The picture belongs into the field file, not ${part.fieldname}.`,
          );
        }
        bytes = await part.toBuffer();
        fileName = displayName(part.filename);
      } else {
        if (!CONTEXT_FIELDS.has(part.fieldname)) {
          throw new InvalidInput('invalid-request', `The form field ${part.fieldname} is not known here.`);
        }
        if (part.valueTruncated)
          throw new InvalidInput('invalid-request', `The form field ${part.fieldname} is too long.`);
        if (String(part.value).includes('\u0000')) {
          throw new InvalidInput(
            'invalid-request',
            `The form field ${part.fieldname} holds a NUL character.`,
          );
        }
        if (part.value !== '') fields[part.fieldname] = String(part.value);
      }
    }
  } catch (error) {
    throw translate(error);
  }
  if (bytes === null) throw new InvalidInput('image-missing', 'The form has no file in its field file.');
  return { bytes, fileName, context: toContext(fields) };
}

/** Errors of the form's parser have no code; those with one (limits) are in the problem table. */
function translate(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && code.startsWith('FST_')) return error;
  return new InvalidInput('malformed-body', 'The form is not well-formed or broke off.', { cause: error });
}

function toContext(fields: Readonly<Record<string, string>>): ImageContext {
  const context = Value.Convert(ImageContext, { ...fields });
  if (contextValidator.Check(context)) return context;
  throw Object.assign(new Error('invalid form'), {
    validation: contextValidator.Errors(context),
    validationContext: 'body',
  });
}

const LONGEST_NAME = 200;

/** A name to show: the part after the last slash of either kind, without control or direction-changing characters. */
export function displayName(given: string | undefined): string {
  const base = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  // Browsers write quotation marks this way (HTML standard, multipart/form-data encoding).
  const clean = base
    .replaceAll('%22', '"')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  const short = [...clean].slice(0, LONGEST_NAME).join('');
  return short === '' || short === '.' || short === '..' ? 'unnamed' : short;
}
