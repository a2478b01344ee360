import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiInstance } from '../api-instance.ts';

/** Addresses that never show the web application. */
const NOT_PAGES = /^\/(api|v2|docs|problems|livez|readyz|openapi\.json)(\/|$)/;

/** Answers a request for a page of the web application, or says that it is none. */
export type PageFallback = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | null;

/**
 * Serves the web build. Its assets carry a hash in their name and never change; the page itself is asked for each
 * time. Addresses that are pages inside the application get the page (single-page application).
 * @param root - folder with index.html and assets/, or null
 */
export async function serveWebFiles(app: ApiInstance, root: string | null): Promise<PageFallback> {
  if (root === null || !(await exists(join(root, 'index.html')))) return () => null;
  await app.register(fastifyStatic, {
    root,
    prefix: '/',
    index: 'index.html',
    wildcard: true,
    cacheControl: false,
    dotfiles: 'ignore',
    schemaHide: true,
    setHeaders: (reply, path) => {
      const immutable = path.startsWith(join(root, 'assets')) && /-[\w-]{8,}\.\w+$/.test(basename(path));
      reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return null;
    const path = request.url.split('?', 1)[0] ?? '/';
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    if (!wantsPage || NOT_PAGES.test(path) || path.startsWith('/assets/') || isHidden(path)) return null;
    return reply.code(200).sendFile('index.html');
  };
}

/** Whether any part of an address begins with a dot, also when it is written in another way. */
const isHidden = (path: string) => /(^|\/|%2f|%5c)(\.|%2e)/i.test(path);

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
