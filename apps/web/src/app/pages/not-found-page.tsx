import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { usePageTitle } from '../../shared/ui/page-header.tsx';
import { EmptyState } from '../../shared/ui/states.tsx';
import { text } from '../texts/text.ts';

/** For addresses that lead nowhere. */
export function NotFoundPage() {
  usePageTitle(text.notFound);
  return (
    <main>
      <EmptyState
        titleOrder={1}
        icon={<IconMapQuestion size={28} />}
        title={text.thereIsNothingAt}
        action={
          <Button renderRoot={(props) => <Link to="/" {...props} />} h={44}>
            {text.toTheBench}
          </Button>
        }
      >
        {text.theLinkMayBe}
      </EmptyState>
    </main>
  );
}
