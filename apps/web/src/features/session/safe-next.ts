/** Where to go after signing in: an address of this application, or its home. Never another site. */
export function safeNext(next: string | undefined): string {
  if (next === undefined || !next.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/';
  return next === '/sign-in' || next.startsWith('/sign-in?') ? '/' : next;
}
