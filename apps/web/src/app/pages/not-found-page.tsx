import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { usePageTitle } from '../../shared/ui/page-header.tsx';
import { EmptyState } from '../../shared/ui/states.tsx';

/** For addresses that lead nowhere. */
export function NotFoundPage() {
  usePageTitle('Not found');
  return (
    <main>
      <EmptyState
        titleOrder={1}
        icon={<IconMapQuestion size={28} />}
        title="There is nothing at this address"
        action={
          <Button renderRoot={(props) => <Link to="/" {...props} />} h={44}>
            To the bench
          </Button>
        }
      >
        The link may be old or mistyped.
      </EmptyState>
    </main>
  );
}
