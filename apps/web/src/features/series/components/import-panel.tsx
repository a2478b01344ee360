import { Alert, Button, FileButton, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import type { PreviewSpecimenImportRequest } from '@mlmcsc/contracts';
import { IconAlertTriangle, IconCheck, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { fill } from '../../../shared/language/fill.ts';
import { base64Of } from '../../../shared/requests/base64-of.ts';
import { newKey } from '../../../shared/requests/new-key.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { type ChosenList, previewImport, takeIn } from '../api/import-requests.ts';
import { seriesKeys } from '../api/series-requests.ts';
import { text } from '../texts/text.ts';
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
    <Paper withBorder p="md" component="section" aria-label={text.importAList}>
      <Group justify="space-between" gap="md">
        <div>
          <Title order={2} size="h4">
            {text.importAList}
          </Title>
          <Text size="sm" c="dimmed">
            {text.csvOrXlsxThe}
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
              {text.chooseAFile}
            </Button>
          )}
        </FileButton>
      </Group>
      {reading.isError && (
        <Alert mt="md" color="red" variant="light" icon={<IconAlertTriangle />} role="alert">
          {text.theFileCannotBe}
        </Alert>
      )}
      {taking.isSuccess && (
        <Alert mt="md" color="teal" variant="light" icon={<IconCheck />} role="status" data-testid="taken-in">
          {fill(text.specimensOfWereTaken, {
            specimens: taking.data.specimens,
            fileName: taking.data.file_name,
          })}
        </Alert>
      )}
      {chosen !== null && (
        <Stack gap="md" mt="md">
          <NativeSelect
            label={text.percentShearOfThe}
            data={[
              { value: 'photograph', label: text.onPhotographs },
              { value: 'chart', label: text.byEyeAgainstThe },
              { value: 'instrumented', label: text.fromInstrumentedCurves },
            ]}
            value={shearMethod}
            onChange={(event) => setShearMethod(event.currentTarget.value as ShearMethod)}
            styles={{ input: { height: 44 } }}
            style={{ maxWidth: 360 }}
          />
          {preview.isPending && <LoadingState label={fill(text.reading, { fileName: chosen.fileName })} />}
          {preview.isError && <ErrorState error={preview.error} />}
          {preview.data !== undefined && <ImportPreview fileName={chosen.fileName} preview={preview.data} />}
          {taking.isError && <ErrorState error={taking.error} />}
          <Group gap="sm">
            <Button h={44} loading={taking.isPending} disabled={!isReady} onClick={() => taking.mutate()}>
              {isReady
                ? fill(text.takeInSpecimens, { specimenCount: preview.data.specimen_count })
                : text.takeIn}
            </Button>
            <Button h={44} variant="default" onClick={() => setChosen(null)}>
              {text.cancel}
            </Button>
          </Group>
        </Stack>
      )}
    </Paper>
  );
}
