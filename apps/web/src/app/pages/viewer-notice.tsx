import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../shared/ui/states.tsx';

/** The bench for people who may look but not measure. */
export function ViewerNotice() {
  return (
    <EmptyState
      titleOrder={1}
      icon={<IconEye size={28} />}
      title="You may look, but not measure"
      action={
        <Button renderRoot={(props) => <Link to="/history" {...props} />} h={44}>
          To the history
        </Button>
      }
    >
      Pictures are measured by technicians. Everything measured so far is in the history.
    </EmptyState>
  );
}
