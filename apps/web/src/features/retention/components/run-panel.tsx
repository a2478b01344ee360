import { Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { retentionPreviewQuery, startRun } from '../api/retention-requests.ts';
import { KIND_TEXTS, rowsText, sizeText, sparedText } from '../retention-text.ts';
import { text } from '../texts/text.ts';
import classes from './retention.module.css';

/** What the next run would remove, and the run itself. */
export function RunPanel() {
  const preview = useQuery(retentionPreviewQuery({}));
  const [isAsking, setAsking] = useState(false);
  const run = useMutation({ mutationFn: startRun, onSuccess: () => setAsking(false) });
  const count = preview.data?.policies.reduce((sum, { rows }) => sum + rows, 0) ?? 0;
  return (
    <Paper withBorder p="md" component="section" aria-label={text.preview}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {text.whatWouldGoNow}
        </Title>
        <Group gap="sm">
          <Button
            h={44}
            variant="default"
            leftSection={<IconRefresh size={18} aria-hidden />}
            loading={preview.isFetching}
            onClick={() => void preview.refetch()}
          >
            {text.lookAgain}
          </Button>
          <Button
            h={44}
            variant="default"
            leftSection={<IconTrash size={18} aria-hidden />}
            disabled={count === 0}
            onClick={() => setAsking(true)}
          >
            {text.removeNow}
          </Button>
        </Group>
      </Group>
      {preview.isPending && <LoadingState label={text.lookingWhatIsPast} />}
      {preview.isError && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data !== undefined && (
        <ul className={classes.list} data-testid="preview">
          {preview.data.policies.map((one) => (
            <li key={one.kind} className={classes.row} data-kind={one.kind}>
              <div>
                <Text fw={600}>{KIND_TEXTS[one.kind].title}</Text>
                <Text size="sm" c="dimmed">
                  {one.keep_days === null
                    ? text.keptForEver
                    : fill(text.keptDays, { keepDays: formatNumber(one.keep_days, 0) })}
                </Text>
              </div>
              <div className="numeric">
                <Text>{rowsText(one)}</Text>
                <Text size="sm" c="dimmed">
                  {rich(text.files, {
                    objects: formatNumber(one.objects, 0),
                    isEstimate: one.is_estimate && text.about,
                    bytes: sizeText(one.bytes),
                  })}
                </Text>
              </div>
              <div>
                <Text size="sm" c="dimmed">
                  {text.lastUsed}
                </Text>
                <Text size="sm">
                  {one.oldest === null
                    ? '–'
                    : fill(text.to, { oldest: formatInstant(one.oldest), newest: formatInstant(one.newest) })}
                </Text>
              </div>
              <div>
                <Text size="sm" c="dimmed">
                  {text.staysAllTheSame}
                </Text>
                <Text size="sm">{sparedText(one) ?? '–'}</Text>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Text size="sm" c="dimmed" mt="sm">
        {text.aRunAtNight}
      </Text>
      {run.data !== undefined && (
        <Text mt="sm" role="status">
          {rich(text.queued, {
            followThe: (
              <Link to="/jobs/$id" params={{ id: run.data.id }} className="text-link">
                {text.followTheJob}
              </Link>
            ),
          })}
        </Text>
      )}
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={text.removeNow2}
        centered
        closeButtonProps={{ 'aria-label': text.close }}
      >
        <Stack gap="md">
          <Text>{text.whatThePreviewShows}</Text>
          {run.isError && <ErrorState error={run.error} />}
          <Group justify="flex-end">
            <Button h={44} variant="default" onClick={() => setAsking(false)}>
              {text.keep}
            </Button>
            <Button h={44} loading={run.isPending} onClick={() => run.mutate()}>
              {text.remove}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Paper>
  );
}
