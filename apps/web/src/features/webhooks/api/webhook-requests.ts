import { unwrap } from '@mlmcsc/client';
import type {
  ChangeWebhookRequest,
  CreateWebhookRequest,
  Page,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookDeliveryState,
  WebhookWithSecret,
} from '@mlmcsc/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/api.ts';
import { tagOfShown } from '../../../shared/requests/tag-of-shown.ts';

export const webhookKeys = {
  all: ['webhooks'] as const,
  list: () => [...webhookKeys.all, 'list'] as const,
  deliveries: (id: string) => [...webhookKeys.all, 'deliveries', id] as const,
  delivery: (id: string) => [...webhookKeys.all, 'delivery', id] as const,
};

const byId = (id: string) => ({ params: { path: { id } } });

/** All subscriptions, newest first. */
export const webhookListQuery = queryOptions({
  queryKey: webhookKeys.list(),
  queryFn: async ({ signal }): Promise<readonly Webhook[]> =>
    unwrap(await api.GET('/api/v1/webhooks', { signal })).items,
});

/** What a system was told, newest first, page by page. */
export const deliveriesQuery = (id: string, state: WebhookDeliveryState | null) =>
  infiniteQueryOptions({
    queryKey: [...webhookKeys.deliveries(id), state],
    queryFn: async ({ pageParam, signal }): Promise<Page<WebhookDelivery>> =>
      unwrap(
        await api.GET('/api/v1/webhooks/{id}/deliveries', {
          params: {
            path: { id },
            query: {
              limit: 20,
              ...(state === null ? {} : { state }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

/** One delivery with every attempt. */
export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: webhookKeys.delivery(id),
    queryFn: async ({ signal }): Promise<WebhookDeliveryDetail> =>
      unwrap(await api.GET('/api/v1/webhook-deliveries/{id}', { ...byId(id), signal })),
  });

export const createWebhook = async (body: CreateWebhookRequest): Promise<WebhookWithSecret> =>
  unwrap(await api.POST('/api/v1/webhooks', { body }));

const edited = ['url', 'description', 'event_types', 'is_enabled'] as const;

async function headerFor(shown: Webhook) {
  const read = await api.GET('/api/v1/webhooks/{id}', byId(shown.id));
  return {
    params: { path: { id: shown.id }, header: { 'if-match': tagOfShown(read, shown, edited) } },
  };
}

/** Changes the subscription, but only as it was shown. @throws ProblemError `precondition-failed` */
export async function changeWebhook(request: {
  readonly shown: Webhook;
  readonly change: ChangeWebhookRequest;
}): Promise<Webhook> {
  const { shown, change } = request;
  return unwrap(await api.PATCH('/api/v1/webhooks/{id}', { ...(await headerFor(shown)), body: change }));
}

/** Deletes the subscription, but only as it was shown. @throws ProblemError `precondition-failed` */
export async function deleteWebhook(shown: Webhook): Promise<void> {
  await api.DELETE('/api/v1/webhooks/{id}', await headerFor(shown));
}

export const rotateSecret = async (id: string): Promise<WebhookWithSecret> =>
  unwrap(await api.POST('/api/v1/webhooks/{id}/rotate-secret', byId(id)));
export const sendTest = async (id: string): Promise<WebhookDelivery> =>
  unwrap(await api.POST('/api/v1/webhooks/{id}/test', byId(id)));
export const sendAgain = async (id: string): Promise<WebhookDelivery> =>
  unwrap(await api.POST('/api/v1/webhook-deliveries/{id}/redeliver', byId(id)));
