import {
  IconBrain,
  IconHistory,
  IconListCheck,
  IconPhotoScan,
  IconTestPipe,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import classes from './shell.module.css';

const PAGES = [
  { to: '/', title: 'Analyse', icon: IconPhotoScan },
  { to: '/history', title: 'History', icon: IconHistory },
  { to: '/series', title: 'Series', icon: IconTestPipe },
  { to: '/jobs', title: 'Jobs', icon: IconListCheck },
  { to: '/studies', title: 'Studies', icon: IconUsers },
  { to: '/model', title: 'Model', icon: IconBrain },
] as const;

/** The pages of the application. */
export function NavLinks({ className, label }: { className: string | undefined; label: string }) {
  return (
    <nav className={className} aria-label={label}>
      {PAGES.map(({ to, title, icon: Icon }) => (
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
