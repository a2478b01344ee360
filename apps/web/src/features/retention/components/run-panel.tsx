import { Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { retentionPreviewQuery, startRun } from '../api/retention-requests.ts';
import { KIND_TEXTS, rowsText, sizeText, sparedText } from '../retention-text.ts';
import classes from './retention.module.css';

/** What the next run would remove, and the run itself. */
export function RunPanel() {
  const preview = useQuery(retentionPreviewQuery({}));
  const [isAsking, setAsking] = useState(false);
  const run = useMutation({ mutationFn: startRun, onSuccess: () => setAsking(false) });
  const count = preview.data?.policies.reduce((sum, { rows }) => sum + rows, 0) ?? 0;
  return (
    <Paper withBorder p="md" component="section" aria-label="Preview">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          What would go now
        </Title>
        <Group gap="sm">
          <Button
            h={44}
            variant="default"
            leftSection={<IconRefresh size={18} aria-hidden />}
            loading={preview.isFetching}
            onClick={() => void preview.refetch()}
          >
            Look again
          </Button>
          <Button
            h={44}
            variant="default"
            leftSection={<IconTrash size={18} aria-hidden />}
            disabled={count === 0}
            onClick={() => setAsking(true)}
          >
            Remove now
          </Button>
        </Group>
      </Group>
      {preview.isPending && <LoadingState label="Looking what is past its time…" />}
      {preview.isError && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data !== undefined && (
        <ul className={classes.list} data-testid="preview">
          {preview.data.policies.map((one) => (
            <li key={one.kind} className={classes.row} data-kind={one.kind}>
              <div>
                <Text fw={600}>{KIND_TEXTS[one.kind].title}</Text>
                <Text size="sm" c="dimmed">
                  {one.keep_days === null ? 'Kept for ever' : `Kept ${formatNumber(one.keep_days, 0)} days`}
                </Text>
              </div>
              <div className="numeric">
                <Text>{rowsText(one)}</Text>
                <Text size="sm" c="dimmed">
                  {formatNumber(one.objects, 0)} files, {one.is_estimate && 'about '}
                  {sizeText(one.bytes)}
                </Text>
              </div>
              <div>
                <Text size="sm" c="dimmed">
                  Last used
                </Text>
                <Text size="sm">
                  {one.oldest === null ? '–' : `${formatInstant(one.oldest)} to ${formatInstant(one.newest)}`}
                </Text>
              </div>
              <div>
                <Text size="sm" c="dimmed">
                  Stays all the same
                </Text>
                <Text size="sm">{sparedText(one) ?? '–'}</Text>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Text size="sm" c="dimmed" mt="sm">
        A run at night removes it; a picture that is uploaded again comes back.
      </Text>
      {run.data !== undefined && (
        <Text mt="sm" role="status">
          Queued:{' '}
          <Link to="/jobs/$id" params={{ id: run.data.id }} className="text-link">
            follow the job
          </Link>
        </Text>
      )}
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title="Remove now?"
        centered
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack gap="md">
          <Text>
            What the preview shows is removed and can only be brought back by uploading the same files again.
          </Text>
          {run.isError && <ErrorState error={run.error} />}
          <Group justify="flex-end">
            <Button h={44} variant="default" onClick={() => setAsking(false)}>
              Keep
            </Button>
            <Button h={44} loading={run.isPending} onClick={() => run.mutate()}>
              Remove
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Paper>
  );
}
