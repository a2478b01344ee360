import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { SetPasswordForm } from '../../features/session/components/set-password-form.tsx';
import { usePageTitle } from '../../shared/ui/page-header.tsx';
import { text } from '../texts/text.ts';
import { Door } from './door.tsx';

/** Where invitations and password resets lead; the token is in the fragment, which no server sees. */
export function WelcomePage() {
  usePageTitle(text.setAPassword);
  const router = useRouter();
  const [token] = useState(() => window.location.hash.slice(1));
  return (
    <Door>
      <SetPasswordForm token={token} onSignIn={() => router.history.push('/sign-in')} />
    </Door>
  );
}
