import { Button, Group } from '@mantine/core';
import type { User } from '@mlmcsc/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { issueLink, resetSecondFactor, setActive, userKeys } from '../api/user-requests.ts';
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
    <Section title="Access">
      {handover !== null && <HandoverNotice handover={handover} onClose={() => setHandover(null)} />}
      <Group gap="sm">
        <Button
          variant="default"
          h={44}
          loading={link.isPending}
          disabled={isDeactivated}
          onClick={() => link.mutate(user.id)}
        >
          {user.has_password ? 'Issue a link for a new password' : 'Issue a new invitation'}
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
          Take away the second factor
        </Button>
        {isDeactivated ? (
          <Button
            h={44}
            loading={active.isPending}
            onClick={() => active.mutate({ id: user.id, active: true })}
          >
            Reactivate
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
            Deactivate
          </Button>
        )}
      </Group>
      {error !== null && <ErrorState error={error} />}
      <ConfirmDialog
        title={`Deactivate ${user.username}?`}
        action="Deactivate"
        isOpen={asked === 'deactivate'}
        isPending={active.isPending}
        error={active.error}
        onClose={close}
        onConfirm={() => active.mutate({ id: user.id, active: false })}
      >
        Sessions, API keys and links die at once. What the user did stays.
      </ConfirmDialog>
      <ConfirmDialog
        title={`Take away the second factor of ${user.username}?`}
        action="Take it away"
        isOpen={asked === 'reset'}
        isPending={reset.isPending}
        error={reset.error}
        onClose={close}
        onConfirm={() => reset.mutate(user.id)}
      >
        For a lost telephone. The user is signed out everywhere and signs in with the password alone.
      </ConfirmDialog>
    </Section>
  );
}
