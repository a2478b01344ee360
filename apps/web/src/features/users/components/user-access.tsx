import { Button, Group } from '@mantine/core';
import type { User } from '@mlmcsc/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fill } from '../../../shared/language/fill.ts';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { issueLink, resetSecondFactor, setActive, userKeys } from '../api/user-requests.ts';
import { text } from '../texts/text.ts';
import { type Handover, HandoverNotice } from './handover-notice.tsx';

/** How the user gets in, and the ways to help or to stop it. */
export function UserAccess({ user }: { user: User }) {
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<'deactivate' | 'reset' | null>(null);
  const [handover, setHandover] = useState<Handover | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: userKeys.all });
  const close = () => setAsked(null);
  const link = useMutation({
    mutationFn: issueLink,
    onSuccess: ({ path }) => setHandover({ username: user.username, path }),
  });
  const active = useMutation({ mutationFn: setActive, onSuccess: close, onSettled: refresh });
  const reset = useMutation({ mutationFn: resetSecondFactor, onSuccess: close, onSettled: refresh });
  const isDeactivated = user.status === 'deactivated';
  const error = link.error ?? (asked === null ? active.error : null);
  return (
    <Section title={text.access}>
      {handover !== null && <HandoverNotice handover={handover} onClose={() => setHandover(null)} />}
      <Group gap="sm">
        <Button
          variant="default"
          h={44}
          loading={link.isPending}
          disabled={isDeactivated}
          onClick={() => link.mutate(user.id)}
        >
          {user.has_password ? text.issueALinkFor : text.issueANewInvitation}
        </Button>
        <Button
          variant="default"
          h={44}
          disabled={!user.has_second_factor}
          onClick={() => {
            reset.reset();
            setAsked('reset');
          }}
        >
          {text.takeAwayTheSecond}
        </Button>
        {isDeactivated ? (
          <Button
            h={44}
            loading={active.isPending}
            onClick={() => active.mutate({ id: user.id, active: true })}
          >
            {text.reactivate}
          </Button>
        ) : (
          <Button
            variant="default"
            h={44}
            onClick={() => {
              active.reset();
              setAsked('deactivate');
            }}
          >
            {text.deactivate}
          </Button>
        )}
      </Group>
      {error !== null && <ErrorState error={error} />}
      <ConfirmDialog
        title={fill(text.deactivate2, { username: user.username })}
        action={text.deactivate}
        isOpen={asked === 'deactivate'}
        isPending={active.isPending}
        error={active.error}
        onClose={close}
        onConfirm={() => active.mutate({ id: user.id, active: false })}
      >
        {text.sessionsApiKeysAnd}
      </ConfirmDialog>
      <ConfirmDialog
        title={fill(text.takeAwayTheSecondFactor, { username: user.username })}
        action={text.takeItAway}
        isOpen={asked === 'reset'}
        isPending={reset.isPending}
        error={reset.error}
        onClose={close}
        onConfirm={() => reset.mutate(user.id)}
      >
        {text.forALostTelephone}
      </ConfirmDialog>
    </Section>
  );
}
