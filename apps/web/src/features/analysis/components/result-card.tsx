import { Alert, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { Analysis } from '@mlmcsc/contracts';
import { IconCircleCheck, IconPhotoX } from '@tabler/icons-react';
import {
  formatHalfWidth,
  formatInterval,
  formatNumber,
  formatShare,
} from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { currentLanguage } from '../../../shared/language/language.ts';
import { IntervalBar } from '../../../shared/ui/interval-bar.tsx';
import { noFaceSteps } from '../quality-advice.ts';
import { text } from '../texts/text.ts';
import { QualityFlags } from './quality-flags.tsx';
import classes from './result-card.module.css';

interface ResultCardProps {
  analysis: Analysis;
  /** The technician's value as it stands, for comparison on the bar. */
  labelPercent: number | null;
}

/** The measurement: percent shear with its interval, or a reasoned refusal. */
export function ResultCard({ analysis, labelPercent }: ResultCardProps) {
  return (
    <Paper withBorder p="md" component="section" aria-label={text.result} data-testid="result-card">
      <Stack gap="md">
        <div role="status" aria-live="polite">
          {analysis.shear_percent === null ? (
            <Refusal analysis={analysis} />
          ) : (
            <Measurement analysis={analysis} labelPercent={labelPercent} />
          )}
        </div>
        <QualityFlags flags={analysis.flags} />
        {analysis.shear_percent !== null && analysis.flags.length === 0 && (
          <Group gap={6} c="teal" wrap="nowrap">
            <IconCircleCheck size={18} aria-hidden />
            <Text size="sm" c="dimmed">
              {text.noObjectionsToThe}
            </Text>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function Measurement({ analysis, labelPercent }: { analysis: Analysis; labelPercent: number | null }) {
  return (
    <Stack gap="xs">
      <Title order={2} size="sm" c="dimmed" fw={600}>
        {text.percentShear}
      </Title>
      <Group align="baseline" justify="space-between" gap="xs" wrap="nowrap">
        <span data-testid="shear-percent" className={`${classes.value} numeric`}>
          {formatNumber(analysis.shear_percent, 1)}
          <span className={classes.unit}> %</span>
        </span>
        <Text
          fz="xl"
          fw={600}
          c="dimmed"
          className="numeric"
          data-testid="half-width"
          style={{ whiteSpace: 'nowrap' }}
        >
          {formatHalfWidth(analysis.lower, analysis.upper)}
        </Text>
      </Group>
      <IntervalBar
        shearPercent={analysis.shear_percent}
        lower={analysis.lower}
        upper={analysis.upper}
        labelPercent={labelPercent}
      />
      <Text size="sm" c="dimmed" className="numeric" data-testid="shear-interval">
        {fill(text.interval, {
          intervalLevel: formatShare(analysis.interval_level),
          lower: formatInterval(analysis.lower, analysis.upper),
        })}
      </Text>
    </Stack>
  );
}

/** The server's sentence is English; in German the steps below and the remarks on the picture say the same. */
const isReasonShown = ({ status, flags }: Analysis): boolean =>
  currentLanguage() === 'en' || (status !== 'no-face' && flags.length === 0);

function Refusal({ analysis }: { analysis: Analysis }) {
  const isFaceMissing = analysis.status === 'no-face';
  return (
    <Alert
      color={isFaceMissing ? 'gray' : 'orange'}
      variant="light"
      icon={<IconPhotoX />}
      title={isFaceMissing ? text.noFractureFaceFound : text.thisPictureIsUnfit}
      data-testid="refusal"
    >
      <Stack gap="xs">
        {analysis.reason !== null && isReasonShown(analysis) && <Text size="sm">{analysis.reason}</Text>}
        {isFaceMissing && (
          <List size="sm" spacing={4}>
            {noFaceSteps().map((step) => (
              <List.Item key={step}>{step}</List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Alert>
  );
}
