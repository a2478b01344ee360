import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../shared/ui/states.tsx';
import { text } from '../texts/text.ts';

/** The bench for people who may look but not measure. */
export function ViewerNotice() {
  return (
    <EmptyState
      titleOrder={1}
      icon={<IconEye size={28} />}
      title={text.youMayLookBut}
      action={
        <Button renderRoot={(props) => <Link to="/history" {...props} />} h={44}>
          {text.toTheHistory}
        </Button>
      }
    >
      {text.picturesAreMeasuredBy}
    </EmptyState>
  );
}
