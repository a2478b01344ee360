import { Alert, Badge, Button, Group, Menu, Paper, Stack, Text } from '@mantine/core';
import type { Webhook } from '@mlmcsc/contracts';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx';
import { ErrorState } from '../../../shared/ui/states.tsx';
import {
  changeWebhook,
  deleteWebhook,
  rotateSecret,
  sendTest,
  webhookKeys,
} from '../api/webhook-requests.ts';
import { text } from '../texts/text.ts';
import { EVENT_TITLES } from '../webhook-text.ts';
import { DeliveryLog } from './delivery-log.tsx';
import type { FreshSecret } from './secret-notice.tsx';
import { WebhookForm } from './webhook-form.tsx';

/** One subscription, what can be done with it, and what it was told. */
export function WebhookRow(props: {
  readonly webhook: Webhook;
  readonly onChanged: () => unknown;
  readonly onSecret: (secret: FreshSecret) => void;
}) {
  const { webhook, onChanged } = props;
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<'edit' | 'delete' | 'rotate' | null>(null);
  const [isLogOpen, setLogOpen] = useState(false);
  const close = () => setAsked(null);
  const change = useMutation({ mutationFn: changeWebhook, onSuccess: close, onSettled: onChanged });
  const remove = useMutation({ mutationFn: deleteWebhook, onSuccess: close, onSettled: onChanged });
  const rotate = useMutation({
    mutationFn: rotateSecret,
    onSuccess: (made) => {
      close();
      props.onSecret(made);
    },
    onSettled: onChanged,
  });
  const test = useMutation({
    mutationFn: sendTest,
    onSuccess: () => {
      setLogOpen(true);
      return queryClient.invalidateQueries({ queryKey: webhookKeys.deliveries(webhook.id) });
    },
  });
  const ask = (what: typeof asked) => {
    for (const mutation of [change, remove, rotate]) mutation.reset();
    setAsked(what);
  };
  // Dialogs show their own failures.
  const error = asked === null ? (change.error ?? test.error) : test.error;
  return (
    <Paper withBorder p="md" component="article" aria-label={webhook.url} data-testid="webhook-row">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" wrap="wrap">
          <Stack gap={4} style={{ flex: '1 1 240px', minWidth: 0 }}>
            <Group gap="xs">
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {webhook.url}
              </Text>
              <Badge color={webhook.is_enabled ? 'teal' : 'gray'} variant="light" tt="none">
                {webhook.is_enabled ? text.on : text.off}
              </Badge>
            </Group>
            {webhook.description !== null && <Text size="sm">{webhook.description}</Text>}
            <Text size="sm" c="dimmed">
              {webhook.event_types.map((type) => EVENT_TITLES[type]).join(' · ')}
            </Text>
            <Text size="sm" c="dimmed">
              {rich(text.madeBy, {
                createdAt: formatInstant(webhook.created_at),
                createdBy: webhook.created_by,
                oldSecretUntil:
                  webhook.old_secret_until !== null &&
                  Date.parse(webhook.old_secret_until) > Date.now() &&
                  fill(text.theSecretBeforeSigns, {
                    oldSecretUntil: formatInstant(webhook.old_secret_until),
                  }),
              })}
            </Text>
          </Stack>
          <Group gap="xs">
            <Button variant="default" h={44} loading={test.isPending} onClick={() => test.mutate(webhook.id)}>
              {text.sendATest}
            </Button>
            <Button variant="default" h={44} aria-expanded={isLogOpen} onClick={() => setLogOpen(!isLogOpen)}>
              {text.deliveries}
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button
                  variant="default"
                  h={44}
                  px="sm"
                  aria-label={fill(text.moreFor, { url: webhook.url })}
                >
                  <IconDots size={20} aria-hidden />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item mih={44} onClick={() => ask('edit')}>
                  {text.change}
                </Menu.Item>
                <Menu.Item
                  mih={44}
                  onClick={() =>
                    change.mutate({ shown: webhook, change: { is_enabled: !webhook.is_enabled } })
                  }
                >
                  {webhook.is_enabled ? text.turnOff : text.turnOn}
                </Menu.Item>
                <Menu.Item mih={44} onClick={() => ask('rotate')}>
                  {text.newSecret}
                </Menu.Item>
                <Menu.Item mih={44} onClick={() => ask('delete')}>
                  {text.delete}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        </Group>
        {!webhook.is_enabled && (
          <Alert color="orange" variant="light" p="xs">
            {webhook.disabled_reason === null
              ? text.turnedOffEventsWait
              : fill(text.theSystemTurnedIt, { disabledReason: webhook.disabled_reason })}
          </Alert>
        )}
        {error !== null && <ErrorState error={error} />}
        {isLogOpen && <DeliveryLog webhookId={webhook.id} />}
      </Stack>
      {asked === 'edit' && (
        <WebhookForm
          title={text.changeTheWebhook}
          action={text.save}
          webhook={webhook}
          isPending={change.isPending}
          error={change.error}
          onClose={close}
          onSubmit={(fields) => change.mutate({ shown: webhook, change: fields })}
        />
      )}
      <ConfirmDialog
        title={text.deleteTheWebhook}
        action={text.delete}
        isOpen={asked === 'delete'}
        isPending={remove.isPending}
        error={remove.error}
        onClose={close}
        onConfirm={() => remove.mutate(webhook)}
      >
        {fill(text.isToldNoMore, { url: webhook.url })}
      </ConfirmDialog>
      <ConfirmDialog
        title={text.makeANewSecret}
        action={text.makeANewOne}
        isOpen={asked === 'rotate'}
        isPending={rotate.isPending}
        error={rotate.error}
        onClose={close}
        onConfirm={() => rotate.mutate(webhook.id)}
      >
        {text.for24HoursEvents}
      </ConfirmDialog>
    </Paper>
  );
}
