import { useRouter, useSearch } from '@tanstack/react-router';
import { SignInForm } from '../../features/session/components/sign-in-form.tsx';
import { safeNext } from '../../features/session/safe-next.ts';
import { usePageTitle } from '../../shared/ui/page-header.tsx';
import { text } from '../texts/text.ts';
import { Door } from './door.tsx';

/** The door. */
export function SignInPage() {
  usePageTitle(text.signIn);
  const { next, problem } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  return (
    <Door>
      <SignInForm
        next={safeNext(next)}
        problem={problem ?? null}
        onSignedIn={({ second_factor_missing }) =>
          router.history.push(second_factor_missing ? '/account' : safeNext(next))
        }
      />
    </Door>
  );
}
