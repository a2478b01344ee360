import { Button, Group, NativeSelect, Paper, TextInput } from '@mantine/core';
import type { Series } from '@mlmcsc/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { createSeries, seriesKeys } from '../api/series-requests.ts';
import { text } from '../texts/text.ts';

const FIELD = { input: { height: 44 } };

/** Begins a series and shows it. */
export function NewSeriesForm() {
  const [name, setName] = useState('');
  const [client, setClient] = useState('');
  const [standard, setStandard] = useState<Series['standard']>('ISO 148-1');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const creation = useMutation({
    mutationFn: () =>
      createSeries({
        name: name.trim(),
        standard,
        ...(client.trim() === '' ? {} : { client: client.trim() }),
      }),
    onSuccess: async (series) => {
      await queryClient.invalidateQueries({ queryKey: seriesKeys.lists() });
      await navigate({ to: '/series/$id', params: { id: series.id } });
    },
  });
  return (
    <Paper withBorder p="md">
      <form
        aria-label={text.newSeries}
        onSubmit={(event) => {
          event.preventDefault();
          creation.mutate();
        }}
      >
        <Group gap="md" align="flex-end">
          <TextInput
            label={text.numberOrTitle}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            style={{ flex: '1 1 200px' }}
            styles={FIELD}
          />
          <TextInput
            label={text.client}
            maxLength={200}
            value={client}
            onChange={(event) => setClient(event.currentTarget.value)}
            style={{ flex: '1 1 200px' }}
            styles={FIELD}
          />
          <NativeSelect
            label={text.standard}
            data={['ISO 148-1', 'ASTM E23']}
            value={standard}
            onChange={(event) => setStandard(event.currentTarget.value as Series['standard'])}
            styles={FIELD}
          />
          <Button
            type="submit"
            h={44}
            loading={creation.isPending}
            disabled={name.trim() === ''}
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {text.beginSeries}
          </Button>
        </Group>
      </form>
      {creation.isError && (
        <div style={{ marginTop: 12 }}>
          <ErrorState error={creation.error} />
        </div>
      )}
    </Paper>
  );
}
