import { gzipSync } from 'node:zlib';
import type { DocumentedOperation } from '../integration/support/response-checker.ts';
import {
  brokenValue,
  fittingValue,
  type GeneratorContext,
  type JsonSchema,
  strangeString,
  strangeValue,
} from './generate-value.ts';
import { kindOfCollection } from './known-values.ts';
import type { FuzzRequest } from './send-request.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

export interface RequestContext extends GeneratorContext {
  readonly pictures: readonly Uint8Array[];
}

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'LOCK',
] as const;
const MEDIA_TYPES = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'application/vnd.api+json',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'nonsense',
  '',
] as const;

/** One request to an operation: fitting through and through, at a limit, or (if it may be) wrong in one way. */
export function makeRequest(
  { method, path, operation }: DocumentedOperation,
  signedIn: Readonly<Record<string, string>>,
  context: RequestContext,
  mayBeWrong: boolean,
): FuzzRequest {
  const { random } = context;
  const { parameters = [], requestBody } = operation as unknown as {
    parameters?: readonly (Parameter | { $ref: string })[];
    requestBody?: { content: Readonly<Record<string, { schema: JsonSchema }>> };
  };
  const own = parameters.filter((parameter): parameter is Parameter => !('$ref' in parameter));
  /** The one part that is wrong, if any. */
  const fault = !mayBeWrong
    ? 'none'
    : random.pick([
        'none',
        'none',
        'none',
        'none',
        'path',
        'query',
        'header',
        'body',
        'media type',
        'method',
        'cookie',
      ]);

  const target = path.replace(/([^/]*)\/\{([^}]+)\}/g, (_whole, folder: string, name: string) => {
    const schema = own.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema ?? {};
    const value =
      fault === 'path'
        ? strangeString(random)
        : String(
            fittingValue(
              schema,
              context,
              name === 'id' || name === 'digest' || name === 'name'
                ? kindOfCollection(folder)
                : name.replace(/Id$/, ''),
            ),
          );
    // An empty or dotted part would make another address of it.
    return `${folder}/${/^\.*$/.test(value) ? '%20' : encodeURIComponent(value.toWellFormed())}`;
  });
  const query = new URLSearchParams();
  for (const { name, schema, required } of own.filter((parameter) => parameter.in === 'query')) {
    if (required !== true && random.chance(0.6)) continue;
    query.append(
      name,
      textOf(fault === 'query' ? strangeValue(random) : fittingValue(schema, context, name)),
    );
    if (fault === 'query' && random.chance(0.2)) query.append(name, 'again');
  }
  if (fault === 'query' && random.chance(0.3)) query.append(strangeString(random), strangeString(random));

  const headers: Record<string, string> = { ...signedIn };
  for (const { name, schema, required } of own.filter((parameter) => parameter.in === 'header')) {
    // The edits that need a condition are asked for with any.
    if (name === 'if-match' && fault !== 'header' && random.chance(0.8)) headers[name] = '*';
    else if (required === true || random.chance(0.4)) {
      headers[name] =
        fault === 'header' ? headerText(strangeString(random)) : String(fittingValue(schema, context));
    }
  }
  if (fault === 'header') {
    headers[
      random.pick([
        'accept',
        'accept-encoding',
        'range',
        'if-none-match',
        'x-request-id',
        'origin',
        'x-forwarded-for',
        'content-encoding',
        'authorization',
      ])
    ] = headerText(strangeString(random));
  }
  if (fault === 'cookie') headers.cookie = headerText(`mlmcsc.session_token=${strangeString(random)}`);

  const content = Object.entries(requestBody?.content ?? {})[0];
  let body: Buffer | null = null;
  if (content !== undefined) {
    const [mediaType, { schema }] = content;
    headers['content-type'] = mediaType;
    if (mediaType === 'multipart/form-data') {
      const form = multipart(schema, fault === 'body', context);
      headers['content-type'] = form.contentType;
      body = form.body;
    } else if (fault === 'body' && random.chance(0.4)) {
      body = brokenJson(JSON.stringify(fittingValue(schema, context)), context);
    } else {
      const value = fault === 'body' ? brokenValue(schema, context) : fittingValue(schema, context);
      body = Buffer.from(JSON.stringify(value) ?? 'null');
    }
  } else if (fault === 'body') {
    headers['content-type'] = 'application/json';
    body = Buffer.from(JSON.stringify(strangeValue(random)));
  }
  if (fault === 'media type') headers['content-type'] = random.pick(MEDIA_TYPES);
  const text = query.toString();
  return {
    method: fault === 'method' ? random.pick(METHODS) : method,
    target: `${target}${text === '' ? '' : `?${text}`}`,
    headers,
    body,
  };
}

const textOf = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed();

/** What can stand in a header at all. */
const headerText = (text: string): string =>
  text
    .replace(/[^\t\x20-\x7e]/g, '')
    .slice(0, 2000)
    .trim() || 'x';

function brokenJson(json: string, { random }: RequestContext): Buffer {
  const kind = random.below(8);
  if (kind === 0) return Buffer.from(json.slice(0, random.below(json.length)));
  if (kind === 1) return Buffer.from(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  if (kind === 2)
    return Buffer.concat([Buffer.from(json.slice(0, -1)), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
  if (kind === 3) return Buffer.from(`\ufeff${json}`);
  if (kind === 4) return gzipSync(json);
  if (kind === 5) return Buffer.from(`{"x":${'9'.repeat(5000)}}`);
  if (kind === 6) return Buffer.from(`${json.slice(0, -1)}${json.length > 2 ? ',' : ''}"__proto__":{"a":1}}`);
  return Buffer.alloc(2 * 1024 * 1024, 'x');
}

function multipart(schema: JsonSchema, isBroken: boolean, context: RequestContext) {
  const { random, pictures } = context;
  const boundary = `b${random.bytes(8).toString('hex')}`;
  const parts: Buffer[] = [];
  const value = (isBroken ? brokenValue(schema, context) : fittingValue(schema, context)) as Record<
    string,
    unknown
  >;
  for (const [name, field] of Object.entries(value ?? {})) {
    if (name === 'file' || field === null) continue;
    parts.push(
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name.replace(/["\r\n]/g, '')}"\r\n\r\n${textOf(field)}\r\n`,
      ),
    );
  }
  const picture = Buffer.from(pictures[random.below(pictures.length)] ?? Buffer.alloc(0));
  const kind = isBroken ? random.below(6) : 9;
  const file =
    kind === 0
      ? Buffer.alloc(0)
      : kind === 1
        ? picture.subarray(0, random.below(picture.length))
        : kind === 2
          ? random.bytes(500)
          : kind === 3
            ? scratched(picture, context)
            : picture;
  if (kind !== 4) {
    const fileName = (isBroken ? strangeString(random) : 'face.jpg').replace(/["\r\n]/g, '').toWellFormed();
    parts.push(
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n`,
      ),
      file,
      Buffer.from('\r\n'),
    );
  }
  if (kind !== 5) parts.push(Buffer.from(`--${boundary}--\r\n`));
  return { body: Buffer.concat(parts), contentType: `multipart/form-data; boundary=${boundary}` };
}

/** The picture with some bytes changed. */
function scratched(picture: Buffer, { random }: RequestContext): Buffer {
  const copy = Buffer.from(picture);
  for (let scratch = 0; scratch < 20; scratch += 1) copy[random.below(copy.length)] = random.below(256);
  return copy;
}
