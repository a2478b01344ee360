import { Badge, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { WebhookDelivery, WebhookDeliveryState } from '@mlmcsc/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatDuration } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { deliveriesQuery, deliveryQuery, sendAgain, webhookKeys } from '../api/webhook-requests.ts';
import { text } from '../texts/text.ts';
import { DELIVERY_STATES } from '../webhook-text.ts';
import classes from './delivery-log.module.css';

/** Asked again this often while something waits, and more slowly while the log is open: what is filtered out may come in. */
const pollMs = { waiting: 2000, settled: 5000 };

/** What a system was told and what it answered, newest first. */
export function DeliveryLog({ webhookId }: { webhookId: string }) {
  const [state, setState] = useState<WebhookDeliveryState | null>(null);
  const list = useInfiniteQuery({
    ...deliveriesQuery(webhookId, state),
    refetchInterval: ({ state: { data } }) =>
      data?.pages[0]?.items.some((one) => one.state === 'waiting') === true ? pollMs.waiting : pollMs.settled,
  });
  const deliveries = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="sm" component="section" aria-label={text.deliveries}>
      <NativeSelect
        label={text.show}
        w={200}
        value={state ?? ''}
        onChange={(event) => setState((event.currentTarget.value || null) as WebhookDeliveryState | null)}
        data={[
          { value: '', label: text.allDeliveries },
          ...Object.entries(DELIVERY_STATES).map(([value, { title }]) => ({ value, label: title })),
        ]}
        styles={{ input: { height: 44 } }}
      />
      {list.isPending && <LoadingState label={text.loadingTheDeliveries} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && deliveries.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.noDeliveries}
        </Text>
      )}
      <ul className={classes.list}>
        {deliveries.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" h={44} w="fit-content" onClick={() => void list.fetchNextPage()}>
          {text.showOlderDeliveries}
        </Button>
      )}
    </Stack>
  );
}

function Delivery({ delivery }: { delivery: WebhookDelivery }) {
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const again = useMutation({
    mutationFn: sendAgain,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: webhookKeys.all }),
  });
  const { title, color } = DELIVERY_STATES[delivery.state];
  return (
    <li className={classes.row} data-testid="delivery" data-state={delivery.state}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs" style={{ flex: '1 1 220px' }}>
          <Badge color={color} variant="light" tt="none">
            {title}
          </Badge>
          <Text size="sm">{delivery.event_type}</Text>
          <Text size="sm" c="dimmed" className="numeric">
            {formatInstant(delivery.created_at)}
          </Text>
          {delivery.state === 'waiting' && delivery.attempts > 0 && delivery.next_attempt_at !== null && (
            <Text size="sm" c="dimmed">
              {fill(text.nextAttempt, { nextAttemptAt: formatInstant(delivery.next_attempt_at) })}
            </Text>
          )}
        </Group>
        <Group gap="xs">
          <Button variant="default" h={44} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {fill(text.attempts, { attempts: delivery.attempts })}
          </Button>
          <Button
            variant="default"
            h={44}
            loading={again.isPending}
            disabled={delivery.state === 'waiting'}
            onClick={() => again.mutate(delivery.id)}
          >
            {text.sendAgain}
          </Button>
        </Group>
      </Group>
      {again.error !== null && <ErrorState error={again.error} />}
      {isOpen && <Attempts key={delivery.attempts} deliveryId={delivery.id} />}
    </li>
  );
}

function Attempts({ deliveryId }: { deliveryId: string }) {
  const query = useQuery({ ...deliveryQuery(deliveryId), refetchOnMount: 'always' });
  if (query.isPending) return <LoadingState label={text.loadingTheAttempts} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.log.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {text.notTriedYet}
      </Text>
    );
  }
  return (
    <ol className={classes.attempts}>
      {query.data.log.map((attempt) => (
        <li key={attempt.number}>
          <Text size="sm" className="numeric">
            {formatInstant(attempt.at)} ·{' '}
            {attempt.status === null ? text.noAnswer : fill(text.answer, { status: attempt.status })} ·{' '}
            {formatDuration(attempt.latency_ms)}
          </Text>
          {attempt.error !== null && <Text size="sm">{attempt.error}</Text>}
          {attempt.response !== null && attempt.response !== '' && (
            <code className={classes.response}>{attempt.response}</code>
          )}
        </li>
      ))}
    </ol>
  );
}
