import type { ApiSession } from '../../test/api-session.ts';

export interface ShownPage {
  /** Of its picture. */
  readonly name: string;
  readonly path: string;
  /** Whether one must be signed in. */
  readonly signedIn: boolean;
}

const OPEN = ['sign-in', 'welcome', 'reports/verify'];
const PAGES = [
  ...['', 'camera', 'history', 'review-queue', 'jobs', 'model', 'series', 'reports', 'datasets', 'studies'],
  ...['drift', 'operations', 'account', 'users', 'audit', 'webhooks', 'schedules', 'retention', 'letterhead'],
];
/** Lists whose first item has a page: path of the API, path of the page. */
const ITEMS = [
  ['/api/v1/series', 'series'],
  ['/api/v1/users', 'users'],
  ['/api/v1/jobs', 'jobs'],
] as const;

/** The pages of the web application, with the first of each kind of thing that has a page. */
export async function findPages(session: ApiSession): Promise<readonly ShownPage[]> {
  const { items: history } = await session.get<{ items: readonly { analysis: { id: string } }[] }>(
    '/api/v1/history?limit=1',
  );
  const details = history.map(({ analysis }) => ({ name: 'analysis', path: `/analyses/${analysis.id}` }));
  for (const [list, page] of ITEMS) {
    const { items } = await session.get<{ items: readonly { id: string }[] }>(`${list}?limit=1`);
    const [first] = items;
    if (first === undefined) throw new Error(`${list} is empty`);
    details.push({ name: `one-of-${page}`, path: `/${page}/${first.id}` });
  }
  const open = OPEN.map((path) => ({ name: nameOf(path), path: `/${path}`, signedIn: false }));
  const lists = PAGES.map((path) => ({ name: nameOf(path), path: `/${path}` }));
  return [...open, ...[...lists, ...details].map((page) => ({ ...page, signedIn: true }))];
}

const nameOf = (path: string): string => (path === '' ? 'analyse' : path.replaceAll('/', '-'));
