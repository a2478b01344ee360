import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useRouter, useSearch } from '@tanstack/react-router';
import { SignInForm } from '../../features/session/components/sign-in-form.tsx';
import { safeNext } from '../../features/session/safe-next.ts';
import { usePageTitle } from '../../shared/ui/page-header.tsx';
import { BrandMark } from '../shell/brand-mark.tsx';
import { ThemeToggle } from '../shell/theme-toggle.tsx';
import classes from './sign-in-page.module.css';

/** The door. */
export function SignInPage() {
  usePageTitle('Sign in');
  const { next } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  return (
    <main className={classes.page}>
      <div className={classes.corner}>
        <ThemeToggle />
      </div>
      <Paper withBorder p="xl" className={classes.card}>
        <Stack gap="lg">
          <Group gap="md" wrap="nowrap">
            <BrandMark size={44} />
            <div>
              <Title order={1} size="h3">
                MLMCSC
              </Title>
              <Text c="dimmed" size="sm">
                Percent shear of Charpy fracture faces
              </Text>
            </div>
          </Group>
          <SignInForm onSignedIn={() => router.history.push(safeNext(next))} />
        </Stack>
      </Paper>
    </main>
  );
}
