import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../shared/ui/states.tsx';

/** For addresses that lead nowhere. */
export function NotFoundPage() {
  return (
    <EmptyState
      icon={<IconMapQuestion size={28} />}
      title="There is nothing at this address"
      action={
        <Button component={Link} to="/" h={44}>
          To the bench
        </Button>
      }
    >
      The link may be old or mistyped.
    </EmptyState>
  );
}
