import { Alert, Badge, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { Analysis, Image } from '@mlmcsc/contracts';
import { IconCircleCheck, IconPhotoX } from '@tabler/icons-react';
import { formatInstant } from '../../../shared/format/format-time.ts';
import {
  formatDuration,
  formatHalfWidth,
  formatInterval,
  formatNumber,
  formatShare,
} from '../../../shared/format/format-value.ts';
import { Digest } from '../../../shared/ui/digest.tsx';
import { IntervalBar } from '../../../shared/ui/interval-bar.tsx';
import { NO_FACE_STEPS } from '../quality-advice.ts';
import { QualityFlags } from './quality-flags.tsx';
import classes from './result-card.module.css';

interface ResultCardProps {
  analysis: Analysis;
  image: Image;
  /** The technician's value as it stands, for comparison on the bar. */
  labelPercent: number | null;
}

/** The measurement: percent shear with its interval, or a reasoned refusal, and how it came about. */
export function ResultCard({ analysis, image, labelPercent }: ResultCardProps) {
  return (
    <Paper withBorder p="md" component="section" aria-label="Result" data-testid="result-card">
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
              No objections to the picture
            </Text>
          </Group>
        )}
        <Facts analysis={analysis} image={image} />
      </Stack>
    </Paper>
  );
}

function Measurement({ analysis, labelPercent }: { analysis: Analysis; labelPercent: number | null }) {
  return (
    <Stack gap="xs">
      <Title order={2} size="sm" c="dimmed" fw={600}>
        Percent shear
      </Title>
      <Group align="flex-end" justify="space-between" gap="xs">
        <span data-testid="shear-percent" className={`${classes.value} numeric`}>
          {formatNumber(analysis.shear_percent, 1)}
          <span className={classes.unit}> %</span>
        </span>
        <Stack gap={0} align="flex-end">
          <Text fw={600} className="numeric" data-testid="half-width">
            {formatHalfWidth(analysis.lower, analysis.upper)}
          </Text>
          <Text size="sm" c="dimmed" className="numeric" data-testid="shear-interval">
            {formatShare(analysis.interval_level)} interval {formatInterval(analysis.lower, analysis.upper)}
          </Text>
        </Stack>
      </Group>
      <IntervalBar
        shearPercent={analysis.shear_percent}
        lower={analysis.lower}
        upper={analysis.upper}
        labelPercent={labelPercent}
      />
    </Stack>
  );
}

function Refusal({ analysis }: { analysis: Analysis }) {
  const isFaceMissing = analysis.status === 'no-face';
  return (
    <Alert
      color={isFaceMissing ? 'gray' : 'orange'}
      variant="light"
      icon={<IconPhotoX />}
      title={isFaceMissing ? 'No fracture face found' : 'This picture is unfit to be measured'}
      data-testid="refusal"
    >
      <Stack gap="xs">
        {analysis.reason !== null && <Text size="sm">{analysis.reason}</Text>}
        {isFaceMissing && (
          <List size="sm" spacing={4}>
            {NO_FACE_STEPS.map((step) => (
              <List.Item key={step}>{step}</List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Alert>
  );
}

function Facts({ analysis, image }: { analysis: Analysis; image: Image }) {
  return (
    <dl className={classes.facts} data-testid="analysis-facts">
      <dt>Model</dt>
      <dd data-testid="model-version">
        {analysis.model.version} · <Digest value={analysis.model.digest} />
      </dd>
      <dt>Time taken</dt>
      <dd className="numeric" data-testid="elapsed">
        {formatDuration(analysis.elapsed_ms)}
      </dd>
      {analysis.px_per_mm !== null && (
        <>
          <dt>Scale</dt>
          <dd className="numeric" data-testid="px-per-mm">
            {formatNumber(analysis.px_per_mm, 1)} px/mm
          </dd>
        </>
      )}
      {analysis.detection_confidence !== null && (
        <>
          <dt>Face found</dt>
          <dd className="numeric">
            {formatShare(analysis.detection_confidence)} sure
            {analysis.notch_side !== null && `, notch ${analysis.notch_side}`}
          </dd>
        </>
      )}
      {(image.specimen !== null || image.heat !== null || image.width_mm !== null) && (
        <>
          <dt>Specimen</dt>
          <dd>
            <Group gap={6}>
              {image.specimen !== null && <span>{image.specimen}</span>}
              {image.heat !== null && <Badge variant="default" tt="none">{`Heat ${image.heat}`}</Badge>}
              {image.width_mm !== null && (
                <Badge variant="default" tt="none">{`W ${formatNumber(image.width_mm, 1)} mm`}</Badge>
              )}
            </Group>
          </dd>
        </>
      )}
      <dt>Picture</dt>
      <dd>
        {image.file_name}, {image.width_px} × {image.height_px} px
      </dd>
      <dt>Analysed</dt>
      <dd>
        {formatInstant(analysis.created_at)} by {analysis.analysed_by}
      </dd>
    </dl>
  );
}
