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
import classes from './shell.module.css';

const PAGES = [
  { to: '/', title: 'Analyse', icon: IconPhotoScan },
  { to: '/review-queue', title: 'Queue', icon: IconEyeCheck },
  { to: '/history', title: 'History', icon: IconHistory },
  { to: '/series', title: 'Series', icon: IconTestPipe },
  { to: '/jobs', title: 'Jobs', icon: IconListCheck },
  { to: '/studies', title: 'Studies', icon: IconUsers },
  { to: '/model', title: 'Model', icon: IconBrain },
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
