import { Badge, Group, Paper, Title } from '@mantine/core';
import type { Analysis, Image } from '@mlmcsc/contracts';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatDuration, formatNumber, formatShare } from '../../../shared/format/format-value.ts';
import { Digest } from '../../../shared/ui/digest.tsx';
import classes from './result-card.module.css';

/** How the number came about: model, time, scale, picture. */
export function AnalysisFacts({ analysis, image }: { analysis: Analysis; image: Image }) {
  return (
    <Paper withBorder p="md" component="section" aria-label="Details">
      <Title order={2} size="sm" c="dimmed" fw={600} mb="xs">
        Details
      </Title>
      <Facts analysis={analysis} image={image} />
    </Paper>
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
