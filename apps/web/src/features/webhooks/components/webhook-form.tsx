import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import type { Webhook, WebhookEventType } from '@mlmcsc/contracts';
import { type FormEvent, useState } from 'react';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { text } from '../texts/text.ts';
import { EVENT_TITLES, EVENT_TYPES } from '../webhook-text.ts';

/** What is told about a subscription. */
export interface WebhookFields {
  readonly url: string;
  readonly event_types: WebhookEventType[];
  readonly description: string | null;
}

/** A dialog with the address and the events, for a new subscription or one that is there. */
export function WebhookForm(props: {
  readonly title: string;
  readonly action: string;
  readonly webhook: Webhook | null;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onClose: () => void;
  readonly onSubmit: (fields: WebhookFields) => void;
}) {
  const [url, setUrl] = useState(props.webhook?.url ?? '');
  const [description, setDescription] = useState(props.webhook?.description ?? '');
  const [events, setEvents] = useState<string[]>(props.webhook?.event_types ?? ['analysis.completed']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = description.trim();
    props.onSubmit({
      url: url.trim(),
      event_types: events as WebhookEventType[],
      description: text === '' ? null : text,
    });
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      centered
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <form onSubmit={submit} aria-label={props.title}>
        <Stack gap="md">
          <TextInput
            label={text.address}
            description={text.takesTheEventsBy}
            type="url"
            placeholder="https://lims.example/hooks/mlmcsc"
            maxLength={2000}
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            styles={{ input: { height: 44 } }}
            required
            data-autofocus
          />
          <TextInput
            label={text.whatItIsFor}
            maxLength={200}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
            styles={{ input: { height: 44 } }}
          />
          <Checkbox.Group label={text.itIsToldWhen} value={events} onChange={setEvents}>
            <Stack gap={0} mt={4}>
              {EVENT_TYPES.map((type) => (
                <Checkbox
                  key={type}
                  value={type}
                  label={EVENT_TITLES[type]}
                  description={type}
                  styles={{ body: { minHeight: 44, alignItems: 'center' } }}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          {props.error !== null && <ErrorState error={props.error} />}
          <Group justify="flex-end">
            <Button variant="default" h={44} onClick={props.onClose}>
              {text.cancel}
            </Button>
            <Button
              type="submit"
              h={44}
              loading={props.isPending}
              disabled={url.trim() === '' || events.length === 0}
            >
              {props.action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
