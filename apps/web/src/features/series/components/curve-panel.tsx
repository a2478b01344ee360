import { Alert, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import type { SeriesCurve } from '@mlmcsc/contracts';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { ErrorState, LoadingState } from '../../../shared/ui/states.tsx';
import { curveQuery } from '../api/series-requests.ts';
import {
  type CurveModel,
  type CurveProperty,
  MODEL_TITLES,
  PROPERTY_TITLES,
  temperatureText,
  warningText,
} from '../series-text.ts';
import { text } from '../texts/text.ts';
import { CurvePicture } from './curve-picture.tsx';
import classes from './series.module.css';

const choices = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([value, label]) => ({ value, label }));
const FIELD = { input: { height: 44 } };

/** The transition curve of the series: which one, its picture, its figures, and what to be careful about. */
export function CurvePanel({ seriesId }: { seriesId: string }) {
  const [property, setProperty] = useState<CurveProperty>('energy');
  const [model, setModel] = useState<CurveModel>('tanh');
  const query = useQuery(curveQuery(seriesId, { property, model }));
  return (
    <Paper withBorder p="md" component="section" aria-label={text.transitionCurve}>
      <Group justify="space-between" align="flex-end" gap="md" mb="md">
        <Title order={2} size="h4">
          {text.transitionCurve}
        </Title>
        <Group gap="sm">
          <NativeSelect
            label={text.property}
            data={choices(PROPERTY_TITLES)}
            value={property}
            onChange={(event) => setProperty(event.currentTarget.value as CurveProperty)}
            styles={FIELD}
          />
          <NativeSelect
            label={text.formula}
            data={choices(MODEL_TITLES)}
            value={model}
            onChange={(event) => setModel(event.currentTarget.value as CurveModel)}
            styles={FIELD}
          />
        </Group>
      </Group>
      {query.isPending && <LoadingState label={text.fittingTheCurve} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Curve curve={query.data} />}
    </Paper>
  );
}

/** A curve with its figures and what to be careful about. */
export function Curve({ curve }: { curve: SeriesCurve }) {
  const { fit, refusal } = curve;
  return (
    <Stack gap="md">
      {refusal !== null && (
        <Alert variant="light" icon={<IconInfoCircle />} title={text.noCurve} data-testid="curve-refusal">
          {refusal.detail}
        </Alert>
      )}
      {curve.points.length > 0 && <CurvePicture curve={curve} />}
      {curve.temperatures.length > 0 && (
        <dl className={classes.figures} data-testid="curve-temperatures">
          {curve.temperatures.map((found) => (
            <Figure key={found.name} name={found.name} text={temperatureText(found)} />
          ))}
          {fit !== null && (
            <>
              <Figure name={text.lowerShelf} text={shelfText(fit.lower_shelf, curve.unit)} />
              <Figure name={text.upperShelf} text={shelfText(fit.upper_shelf, curve.unit)} />
              <Figure
                name={text.scatter}
                text={`${formatNumber(fit.root_mean_square_error, 2)} ${curve.unit}`}
              />
              <Figure name="AIC, BIC" text={`${formatNumber(fit.aic, 1)}, ${formatNumber(fit.bic, 1)}`} />
            </>
          )}
        </dl>
      )}
      {fit !== null && (
        <Text size="sm" c="dimmed">
          {fill(text.intervalsDrawnRepetitionsThe, {
            value: formatNumber(100 * fit.confidence, 0),
            replicates: fit.replicates,
          })}
        </Text>
      )}
      {fit !== null && fit.warnings.length > 0 && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle />} title={text.readWithCare}>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {fit.warnings.map((warning) => (
              <li key={warning}>{warningText(warning)}</li>
            ))}
          </ul>
        </Alert>
      )}
      {curve.left_out.length > 0 && (
        <Text size="sm">
          {fill(text.leftOut, {
            value: curve.left_out.map(({ identifier, reason }) => `${identifier} (${reason})`).join(', '),
          })}
        </Text>
      )}
    </Stack>
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

function shelfText(shelf: NonNullable<SeriesCurve['fit']>['lower_shelf'], unit: string): string {
  const value = `${formatNumber(shelf.value, 1)} ${unit}`;
  if (shelf.is_fixed) return fill(text.held, { value });
  return shelf.lower === null || shelf.upper === null
    ? value
    : fill(text.to, {
        value,
        lower: formatNumber(shelf.lower, 1),
        upper: formatNumber(shelf.upper, 1),
        unit,
      });
}
