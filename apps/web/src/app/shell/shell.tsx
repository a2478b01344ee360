import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { UserMenu } from '../../features/session/components/user-menu.tsx';
import { sessionKeys } from '../../shared/queries/session-query.ts';
import { startLiveUpdates } from '../live-updates.ts';
import { text } from '../texts/text.ts';
import { AppearanceMenu } from './appearance-menu.tsx';
import { BrandMark } from './brand-mark.tsx';
import { NavLinks } from './nav-links.tsx';
import classes from './shell.module.css';

/** Header, navigation and the page itself, for signed-in people. */
export function Shell() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  useEffect(() => startLiveUpdates(queryClient), [queryClient]);
  return (
    <div className={classes.shell}>
      <a className="skip-link" href="#main">
        {text.skipToTheContent}
      </a>
      <header className={classes.header}>
        <Link to="/" className={classes.brand ?? ''} aria-label={text.mlmcscToTheBench}>
          <BrandMark />
          MLMCSC
        </Link>
        <NavLinks className={classes.nav} label={text.main} />
        <div className={classes.spacer} />
        <AppearanceMenu />
        <UserMenu
          onSignedOut={() => {
            queryClient.clear();
            queryClient.setQueryData(sessionKeys.current, null);
            void navigate({ to: '/sign-in', search: {} });
          }}
        />
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className={classes.footer}>
        <NavLinks className={classes.footerNav} label={text.main} />
      </footer>
    </div>
  );
}
