import {
  Alert,
  Button,
  FileButton,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { ProblemError } from '@mlmcsc/client';
import { IconAlertTriangle, IconChartLine } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { fill } from '../../../shared/language/fill.ts';
import { base64Of } from '../../../shared/requests/base64-of.ts';
import { ErrorState } from '../../../shared/ui/states.tsx';
import { attachForceCurve } from '../api/force-curve-requests.ts';
import { seriesKeys, specimensQuery } from '../api/series-requests.ts';
import { readTyped } from '../force-curve-text.ts';
import { text } from '../texts/text.ts';
import classes from './series.module.css';

const TEST = [
  {
    key: 'impact_velocity_m_s',
    get label() {
      return text.velocityAtImpactM;
    },
    get hint() {
      return text.whereTheFileHas;
    },
  },
  {
    key: 'pendulum_mass_kg',
    get label() {
      return text.massOfThePendulum;
    },
    get hint() {
      return text.otherwiseFromItsEnergy;
    },
  },
] as const;
const FORCES = [
  {
    key: 'general_yield_n',
    get label() {
      return text.fgyN;
    },
  },
  {
    key: 'maximum_n',
    get label() {
      return text.fmN;
    },
  },
  {
    key: 'unstable_initiation_n',
    get label() {
      return text.fiuN;
    },
  },
  {
    key: 'arrest_n',
    get label() {
      return text.faN;
    },
  },
] as const;
type FieldKey = (typeof TEST)[number]['key'] | (typeof FORCES)[number]['key'];

/** Attaches a file to one bar of the series; forces that a person read off go before those that are found. */
export function AttachCurveForm(props: { seriesId: string; onAttached: (specimenId: string) => void }) {
  const { seriesId, onAttached } = props;
  const specimens =
    useInfiniteQuery(specimensQuery(seriesId)).data?.pages.flatMap(({ items }) => items) ?? [];
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState<Partial<Record<FieldKey, string>>>({});
  const queryClient = useQueryClient();
  const forgetFile = useRef<() => void>(null);
  const specimenId = chosen === '' ? (specimens[0]?.id ?? '') : chosen;
  const wrong = (key: FieldKey) => readTyped(typed[key] ?? '') === undefined;
  const attaching = useMutation({
    mutationFn: async (file: File) =>
      attachForceCurve(specimenId, {
        file_name: file.name,
        content_base64: await base64Of(file),
        ...valuesOf(TEST, typed),
        forces: valuesOf(FORCES, typed),
      }),
    onSuccess: async (curve) => {
      setTyped({});
      onAttached(curve.specimen_id);
      await queryClient.invalidateQueries({ queryKey: seriesKeys.one(seriesId) });
    },
    // The same file, corrected, can be chosen again.
    onSettled: () => forgetFile.current?.(),
  });
  const field = ({ key, label, hint }: { key: FieldKey; label: string; hint?: string }) => (
    <TextInput
      key={key}
      label={label}
      description={hint}
      inputMode="decimal"
      autoComplete="off"
      value={typed[key] ?? ''}
      error={wrong(key) ? text.aNumber : undefined}
      onChange={(event) => setTyped({ ...typed, [key]: event.currentTarget.value })}
      styles={{ input: { height: 44 } }}
    />
  );
  if (specimens.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {text.aCurveBelongsTo}
      </Text>
    );
  }
  return (
    <Stack gap="sm" data-testid="attach-curve">
      <SimpleGrid cols={{ base: 1, sm: 3 }} style={{ alignItems: 'end' }}>
        <NativeSelect
          label={text.attachACurveTo}
          description={text.csvOfForceOver}
          data={specimens.map(({ id, identifier }) => ({ value: id, label: identifier }))}
          value={specimenId}
          onChange={(event) => setChosen(event.currentTarget.value)}
          styles={{ input: { height: 44 } }}
        />
        {TEST.map(field)}
      </SimpleGrid>
      <details>
        <summary className={classes.sums}>{text.forcesThatYouRead}</summary>
        <SimpleGrid cols={{ base: 2, sm: 4 }}>{FORCES.map(field)}</SimpleGrid>
      </details>
      <Group>
        <FileButton
          onChange={(file) => file !== null && attaching.mutate(file)}
          resetRef={forgetFile}
          accept=".csv,.txt,.tsv,.asc"
        >
          {(button) => (
            <Button
              {...button}
              variant="default"
              h={44}
              loading={attaching.isPending}
              disabled={[...TEST, ...FORCES].some(({ key }) => wrong(key))}
              leftSection={<IconChartLine size={18} aria-hidden />}
            >
              {text.chooseTheFileOf}
            </Button>
          )}
        </FileButton>
      </Group>
      {attaching.error !== null && <Faults error={attaching.error} />}
    </Stack>
  );
}

function valuesOf<Key extends FieldKey>(
  fields: readonly { readonly key: Key }[],
  typed: Partial<Record<FieldKey, string>>,
): Partial<Record<Key, number>> {
  const values: Partial<Record<Key, number>> = {};
  for (const { key } of fields) {
    const value = readTyped(typed[key] ?? '');
    if (typeof value === 'number') values[key] = value;
  }
  return values;
}

/** Every line that is wrong, or what else went wrong. */
function Faults({ error }: { error: Error }) {
  const faults = error instanceof ProblemError && error.code === 'force-curve-invalid' ? error.errors : [];
  if (faults.length === 0) return <ErrorState error={error} />;
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle />}
      title={text.theForceCurveCannot}
      role="alert"
      data-testid="curve-faults"
    >
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {faults.slice(0, 20).map(({ detail, pointer }) => (
          <li key={`${pointer} ${detail}`}>
            {fill(text.line, { value: pointer.split('/').at(-1) ?? '', detail })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
