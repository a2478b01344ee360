import {
  IconBrain,
  IconEyeCheck,
  IconHistory,
  IconListCheck,
  IconPhotoScan,
  IconTestPipe,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSignedInUser } from '../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../shared/session/role.ts';
import { text } from '../texts/text.ts';
import classes from './shell.module.css';

const PAGES = [
  {
    to: '/',
    get title() {
      return text.analyse;
    },
    icon: IconPhotoScan,
  },
  {
    to: '/review-queue',
    get title() {
      return text.queue;
    },
    icon: IconEyeCheck,
  },
  {
    to: '/history',
    get title() {
      return text.history;
    },
    icon: IconHistory,
  },
  {
    to: '/series',
    get title() {
      return text.series;
    },
    icon: IconTestPipe,
  },
  {
    to: '/jobs',
    get title() {
      return text.jobs;
    },
    icon: IconListCheck,
  },
  {
    to: '/studies',
    get title() {
      return text.studies;
    },
    icon: IconUsers,
  },
  {
    to: '/model',
    get title() {
      return text.model;
    },
    icon: IconBrain,
  },
] as const;

/** The pages of the application. */
export function NavLinks({ className, label }: { className: string | undefined; label: string }) {
  const user = useSignedInUser();
  const isReader = user !== null && roleAtLeast(user.role, 'technician');
  const pages = PAGES.filter(({ to }) => isReader || to !== '/review-queue');
  return (
    <nav className={className} aria-label={label}>
      {pages.map(({ to, title, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className={classes.link ?? ''}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          <Icon size={20} stroke={1.8} aria-hidden />
          {title}
        </Link>
      ))}
    </nav>
  );
}
