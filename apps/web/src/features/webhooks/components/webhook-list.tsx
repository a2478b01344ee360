import { Button, Paper, Stack } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { createWebhook, webhookKeys, webhookListQuery } from '../api/webhook-requests.ts';
import { text } from '../texts/text.ts';
import { type FreshSecret, SecretNotice } from './secret-notice.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { WebhookRow } from './webhook-row.tsx';

/** Which other systems are told of events, for administrators. */
export function WebhookList() {
  const queryClient = useQueryClient();
  const query = useQuery(webhookListQuery);
  const [isAdding, setAdding] = useState(false);
  const [fresh, setFresh] = useState<FreshSecret | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: webhookKeys.list() });
  const add = useMutation({
    mutationFn: createWebhook,
    onSuccess: (made) => {
      setAdding(false);
      setFresh(made);
      return refresh();
    },
  });
  const open = () => {
    add.reset();
    setAdding(true);
  };
  const addButton = (
    <Button h={44} leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {text.addAWebhook}
    </Button>
  );
  return (
    <>
      <PageHeader title={text.webhooks} description={text.otherSystemsThatAre} actions={addButton} />
      <Stack gap="md">
        {fresh !== null && <SecretNotice fresh={fresh} onClose={() => setFresh(null)} />}
        {query.isPending && <LoadingState label={text.loadingTheWebhooks} />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data?.length === 0 && (
          <Paper withBorder>
            <EmptyState icon={<IconWebhook size={28} />} title={text.nobodyIsToldYet}>
              {text.aLimsAChat}
            </EmptyState>
          </Paper>
        )}
        {query.data?.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} onChanged={refresh} onSecret={setFresh} />
        ))}
      </Stack>
      {isAdding && (
        <WebhookForm
          title={text.addAWebhook}
          action={text.add}
          webhook={null}
          isPending={add.isPending}
          error={add.error}
          onClose={() => setAdding(false)}
          onSubmit={(fields) => add.mutate(fields)}
        />
      )}
    </>
  );
}
