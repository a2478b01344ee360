import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { ForceCurve, Role, Series } from '@mlmcsc/contracts';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx';
import { Digest } from '../../../shared/ui/digest.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { forceCurvesQuery, removeForceCurve } from '../api/force-curve-requests.ts';
import { seriesKeys } from '../api/series-requests.ts';
import { estimatesOf, forcesOf, forceText } from '../force-curve-text.ts';
import { text } from '../texts/text.ts';
import { AttachCurveForm } from './attach-curve-form.tsx';
import { DownloadFile, EarlierFiles } from './force-files.tsx';
import { ForcePicture } from './force-picture.tsx';
import classes from './series.module.css';

/** Force curves of the series: their picture, what they tell, whether the values of the bars fit, and a way to attach one. */
export function InstrumentedPanel({ series, role }: { series: Series; role: Role }) {
  const query = useQuery(forceCurvesQuery(series.id));
  const [chosen, setChosen] = useState<string | null>(null);
  const curves = query.data?.items ?? [];
  const mayAttach = roleAtLeast(role, 'technician') && series.status === 'open';
  const shown = curves.find(({ specimen_id: id }) => id === chosen) ?? curves[0];
  if (query.isSuccess && curves.length === 0 && !mayAttach) return null;
  return (
    <Section title={text.instrumentedTests} description={text.forceCurvesCheckThe}>
      {query.isPending && <LoadingState label={text.loadingTheForceCurves} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {shown !== undefined && (
        <>
          <NativeSelect
            label={text.specimen}
            data={curves.map(({ specimen_id: value, identifier, shear }) => ({
              value,
              label: shear.verdict === 'doubtful' ? fill(text.doubtful, { identifier }) : identifier,
            }))}
            value={shown.specimen_id}
            onChange={(event) => setChosen(event.currentTarget.value)}
            styles={{ input: { height: 44 } }}
            style={{ maxWidth: 360 }}
          />
          <CurveDetail
            key={shown.specimen_id}
            curve={shown}
            seriesId={series.id}
            mayRemove={roleAtLeast(role, 'reviewer') && series.status === 'open'}
          />
        </>
      )}
      {mayAttach && <AttachCurveForm seriesId={series.id} onAttached={setChosen} />}
    </Section>
  );
}

const SHEAR = {
  plausible: {
    color: 'teal',
    get title() {
      return text.thePercentShearIs;
    },
    icon: <IconCircleCheck />,
  },
  doubtful: {
    color: 'orange',
    get title() {
      return text.thePercentShearIsDoubtful;
    },
    icon: <IconAlertTriangle />,
  },
  'not-comparable': {
    color: 'gray',
    get title() {
      return text.thereIsNothingTo;
    },
    icon: <IconInfoCircle />,
  },
} as const;

function CurveDetail(props: { curve: ForceCurve; seriesId: string; mayRemove: boolean }) {
  const { curve, seriesId, mayRemove } = props;
  const verdict = SHEAR[curve.shear.verdict];
  return (
    <Stack gap="md" data-testid="force-curve">
      <ForcePicture curve={curve} />
      <Alert
        color={verdict.color}
        variant="light"
        icon={verdict.icon}
        title={verdict.title}
        data-testid="shear-plausibility"
        data-verdict={curve.shear.verdict}
      >
        {curve.shear.detail}
      </Alert>
      <dl className={classes.figures}>
        {forcesOf(curve).map(({ name, force }) => (
          <Figure key={name} name={name} text={forceText(force)} />
        ))}
        {!curve.has_yielded && <Figure name="Fgy" text={text.notReachedItBroke} />}
        {curve.unstable_initiation === null && <Figure name="Fiu, Fa" text={text.noUnstableFracture} />}
        <Figure name={text.shear1To4} text={estimatesOf(curve).join(' · ')} />
        <Figure
          name={text.energy}
          text={fill(text.jJToFm, {
            energyJ: formatNumber(curve.energy_j, 1),
            energyAtMaximumJ: formatNumber(curve.energy_at_maximum_j, 1),
          })}
        />
      </dl>
      <Text size="sm" fw={curve.energy.verdict === 'differs' ? 600 : 400}>
        {curve.energy.detail}
      </Text>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {rich(text.samples, {
            fileName: curve.file_name,
            samples: curve.samples,
            sha256: <Digest value={curve.sha256} />,
          })}
        </Text>
        <Group gap="sm">
          <DownloadFile curve={curve} />
          {mayRemove && <RemoveButton curve={curve} seriesId={seriesId} />}
        </Group>
      </Group>
      <EarlierFiles curve={curve} seriesId={seriesId} />
    </Stack>
  );
}

function RemoveButton({ curve, seriesId }: { curve: ForceCurve; seriesId: string }) {
  const [isAsking, setAsking] = useState(false);
  const queryClient = useQueryClient();
  const removing = useMutation({
    mutationFn: () => removeForceCurve(curve.specimen_id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: seriesKeys.one(seriesId) }),
  });
  return (
    <>
      <Button
        variant="default"
        h={44}
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {text.takeOff}
      </Button>
      <ConfirmDialog
        title={fill(text.takeTheForceCurve, { identifier: curve.identifier })}
        action={text.takeOff}
        isOpen={isAsking}
        isPending={removing.isPending}
        error={removing.error}
        onConfirm={() => removing.mutate()}
        onClose={() => setAsking(false)}
      >
        {fill(text.itsFileStaysThe, { fileName: curve.file_name })}
      </ConfirmDialog>
    </>
  );
}

function Figure({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="numeric">{text}</dd>
    </>
  );
}
