import { Alert, Button, FileButton, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import type { PreviewSpecimenImportRequest } from '@mlmcsc/contracts';
import { IconAlertTriangle, IconCheck, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { base64Of } from '../../../shared/requests/base64-of.ts';
import { newKey } from '../../../shared/requests/new-key.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { type ChosenList, previewImport, takeIn } from '../api/import-requests.ts';
import { seriesKeys } from '../api/series-requests.ts';
import { ImportPreview } from './import-preview.tsx';

type ShearMethod = NonNullable<PreviewSpecimenImportRequest['shear_method']>;

interface Chosen {
  readonly fileName: string;
  readonly contentBase64: string;
  /** Names this attempt: repeated, it is taken in once. */
  readonly key: string;
}

/** Takes a list of specimens in: chosen, looked at, then taken in as a whole. */
export function ImportPanel({ seriesId }: { seriesId: string }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [shearMethod, setShearMethod] = useState<ShearMethod>('photograph');
  const queryClient = useQueryClient();
  const list: ChosenList | null = chosen && {
    fileName: chosen.fileName,
    request: { content_base64: chosen.contentBase64, series_id: seriesId, shear_method: shearMethod },
  };
  const preview = useQuery({
    queryKey: [...seriesKeys.one(seriesId), 'import', chosen?.key, shearMethod],
    queryFn: ({ signal }) => previewImport(list as ChosenList, signal),
    enabled: list !== null,
    retry: false,
  });
  const taking = useMutation({
    mutationFn: () => takeIn(list as ChosenList, `${chosen?.key}-${shearMethod}`),
    onSuccess: async () => {
      setChosen(null);
      await queryClient.invalidateQueries({ queryKey: seriesKeys.one(seriesId) });
    },
  });
  const reading = useMutation({
    mutationFn: async (file: File): Promise<Chosen> => ({
      ...{ fileName: file.name, contentBase64: await base64Of(file), key: newKey() },
    }),
    onMutate: () => taking.reset(),
    onSuccess: setChosen,
    // The same file, corrected, can be chosen again.
    onSettled: () => forgetFile.current?.(),
  });
  const forgetFile = useRef<() => void>(null);
  const isReady = preview.data !== undefined && preview.data.fault_count === 0;
  return (
    <Paper withBorder p="md" component="section" aria-label="Import a list">
      <Group justify="space-between" gap="md">
        <div>
          <Title order={2} size="h4">
            Import a list
          </Title>
          <Text size="sm" c="dimmed">
            CSV or XLSX; the first row names the columns. It is shown before anything is taken in.
          </Text>
        </div>
        <FileButton
          onChange={(file) => file !== null && reading.mutate(file)}
          resetRef={forgetFile}
          accept=".csv,.txt,.tsv,.xlsx"
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              h={44}
              leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
            >
              Choose a file
            </Button>
          )}
        </FileButton>
      </Group>
      {reading.isError && (
        <Alert mt="md" color="red" variant="light" icon={<IconAlertTriangle />} role="alert">
          The file cannot be read. Choose it again.
        </Alert>
      )}
      {taking.isSuccess && (
        <Alert mt="md" color="teal" variant="light" icon={<IconCheck />} role="status" data-testid="taken-in">
          {taking.data.specimens} specimens of {taking.data.file_name} were taken in.
        </Alert>
      )}
      {chosen !== null && (
        <Stack gap="md" mt="md">
          <NativeSelect
            label="Percent shear of the list was read"
            data={[
              { value: 'photograph', label: 'on photographs' },
              { value: 'chart', label: 'by eye against the chart' },
              { value: 'instrumented', label: 'from instrumented curves' },
            ]}
            value={shearMethod}
            onChange={(event) => setShearMethod(event.currentTarget.value as ShearMethod)}
            styles={{ input: { height: 44 } }}
            style={{ maxWidth: 360 }}
          />
          {preview.isPending && <LoadingState label={`Reading ${chosen.fileName}…`} />}
          {preview.isError && <ErrorState error={preview.error} />}
          {preview.data !== undefined && <ImportPreview fileName={chosen.fileName} preview={preview.data} />}
          {taking.isError && <ErrorState error={taking.error} />}
          <Group gap="sm">
            <Button h={44} loading={taking.isPending} disabled={!isReady} onClick={() => taking.mutate()}>
              {isReady ? `Take in ${preview.data.specimen_count} specimens` : 'Take in'}
            </Button>
            <Button h={44} variant="default" onClick={() => setChosen(null)}>
              Cancel
            </Button>
          </Group>
        </Stack>
      )}
    </Paper>
  );
}
