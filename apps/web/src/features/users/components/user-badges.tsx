import { Badge } from '@mantine/core';
import type { User } from '@mlmcsc/contracts';
import { text } from '../texts/text.ts';

const STATUS_COLORS = { active: 'teal', invited: 'petrol', deactivated: 'gray' } as const;

/** Whether and how a user signs in. */
export function UserBadges({ user }: { user: User }) {
  return (
    <>
      <Badge color={STATUS_COLORS[user.status]} variant="light" tt="none">
        {text[user.status]}
      </Badge>
      {user.has_second_factor && (
        <Badge variant="default" tt="none">
          {text.secondFactor}
        </Badge>
      )}
      {user.has_single_sign_on && (
        <Badge variant="default" tt="none">
          {text.singleSignOn}
        </Badge>
      )}
    </>
  );
}
