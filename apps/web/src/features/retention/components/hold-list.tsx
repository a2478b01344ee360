import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import type { HeldImage } from '@mlmcsc/contracts';
import { IconLock } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { fill } from '../../../shared/language/fill.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { Thumbnail } from '../../../shared/ui/thumbnail.tsx';
import { holdImage, holdsQuery, releaseImage, retentionKeys } from '../api/retention-requests.ts';
import { text } from '../texts/text.ts';

/** Pictures on legal hold. */
export function HoldList({ imageToHold }: { imageToHold: string }) {
  const holds = useInfiniteQuery(holdsQuery);
  const held = holds.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Paper withBorder p="md" component="section" aria-label={text.legalHolds}>
      <Title order={2} size="h4" mb="sm">
        {text.legalHolds}
      </Title>
      <Stack gap="md">
        <HoldForm imageToHold={imageToHold} />
        {holds.isPending && <LoadingState label={text.loadingTheHolds} />}
        {holds.isError && <ErrorState error={holds.error} onRetry={() => void holds.refetch()} />}
        {holds.isSuccess && held.length === 0 && <Text c="dimmed">{text.noPictureIsOn}</Text>}
        {held.map((one) => (
          <Hold key={one.image_id} hold={one} />
        ))}
        {holds.hasNextPage && (
          <Button variant="default" h={44} onClick={() => void holds.fetchNextPage()}>
            {text.showOlderHolds}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

function HoldForm({ imageToHold }: { imageToHold: string }) {
  const [imageId, setImageId] = useState(imageToHold);
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const hold = useMutation({
    mutationFn: holdImage,
    onSuccess: async () => {
      setImageId('');
      setReason('');
      await queryClient.invalidateQueries({ queryKey: retentionKeys.all });
    },
  });
  return (
    <form
      aria-label={text.holdAPicture}
      onSubmit={(event) => {
        event.preventDefault();
        hold.mutate({ imageId: imageId.trim(), reason });
      }}
    >
      <Group gap="md" align="flex-end">
        <TextInput
          label={text.identifierOfThePicture}
          required
          value={imageId}
          onChange={(event) => setImageId(event.currentTarget.value)}
          style={{ flex: '1 1 260px' }}
          styles={{ input: { height: 44 } }}
        />
        <TextInput
          label={text.reasonOfTheHold}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          style={{ flex: '1 1 260px' }}
          styles={{ input: { height: 44 } }}
        />
        <Button
          type="submit"
          h={44}
          loading={hold.isPending}
          leftSection={<IconLock size={18} aria-hidden />}
        >
          {text.hold}
        </Button>
      </Group>
      {hold.isError && (
        <div style={{ marginTop: 12 }}>
          <ErrorState error={hold.error} />
        </div>
      )}
    </form>
  );
}

function Hold({ hold }: { hold: HeldImage }) {
  const [reason, setReason] = useState('');
  const queryClient = useQueryClient();
  const release = useMutation({
    mutationFn: releaseImage,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: retentionKeys.all }),
  });
  return (
    <Group gap="md" align="center" data-testid="hold" data-image-id={hold.image_id}>
      <Thumbnail imageId={hold.image_id} size={52} />
      <Stack gap={2} style={{ flex: '1 1 240px', minWidth: 0 }}>
        <Text style={{ overflowWrap: 'anywhere' }}>{hold.reason}</Text>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {hold.file_name} · {formatInstant(hold.placed_at)}, {hold.placed_by}
        </Text>
        {release.isError && <ErrorState error={release.error} />}
      </Stack>
      <form
        aria-label={fill(text.release, { fileName: hold.file_name })}
        onSubmit={(event) => {
          event.preventDefault();
          release.mutate({ imageId: hold.image_id, reason });
        }}
      >
        <Group gap="sm" align="flex-end">
          <TextInput
            label={text.whyRelease}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            styles={{ input: { height: 44 } }}
          />
          <Button type="submit" h={44} variant="default" loading={release.isPending}>
            {text.release2}
          </Button>
        </Group>
      </form>
    </Group>
  );
}
