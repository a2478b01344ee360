import type { ApiSession } from '../../test/api-session.ts';
import { fillInstallation } from './fill-installation.ts';

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
/** Pictures that the study shows; who reads it sees no analysis of them. */
const IN_STUDY = 6;

/** The pages of the web application, with one of each kind of thing that has a page. */
export async function findPages(url: string, session: ApiSession): Promise<readonly ShownPage[]> {
  const { items: history } = await session.get<{
    items: readonly { analysis: { id: string }; image: { id: string } }[];
  }>(`/api/v1/history?limit=${IN_STUDY + 1}`);
  const { items: users } = await session.get<{ items: readonly { id: string }[] }>('/api/v1/users?limit=1');
  const filled = Object.entries(
    await fillInstallation(
      url,
      session,
      history.slice(0, IN_STUDY).map(({ image }) => image.id),
    ),
  ).map(([name, path]) => ({ name, path }));
  const details = [
    ...history
      .slice(IN_STUDY)
      .map(({ analysis }) => ({ name: 'one-analysis', path: `/analyses/${analysis.id}` })),
    ...users.map(({ id }) => ({ name: 'one-user', path: `/users/${id}` })),
    ...filled,
  ];
  const open = OPEN.map((path) => ({ name: nameOf(path), path: `/${path}`, signedIn: false }));
  const lists = PAGES.map((path) => ({ name: nameOf(path), path: `/${path}` }));
  return [...open, ...[...lists, ...details].map((page) => ({ ...page, signedIn: true }))];
}

const nameOf = (path: string): string => (path === '' ? 'analyse' : path.replaceAll('/', '-'));
