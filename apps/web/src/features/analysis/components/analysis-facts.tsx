import { Badge, Group, Paper, Title } from '@mantine/core';
import type { Analysis, Image } from '@mlmcsc/contracts';
import { formatInstant } from '../../../shared/format/format-time.ts';
import { formatDuration, formatNumber, formatShare } from '../../../shared/format/format-value.ts';
import { fill } from '../../../shared/language/fill.ts';
import { rich } from '../../../shared/language/rich.tsx';
import { Digest } from '../../../shared/ui/digest.tsx';
import { notchSideText } from '../notch-side-text.ts';
import { text } from '../texts/text.ts';
import classes from './result-card.module.css';

/** How the number came about: model, time, scale, picture. */
export function AnalysisFacts({ analysis, image }: { analysis: Analysis; image: Image }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={text.details}>
      <Title order={2} size="sm" c="dimmed" fw={600} mb="xs">
        {text.details}
      </Title>
      <Facts analysis={analysis} image={image} />
    </Paper>
  );
}

function Facts({ analysis, image }: { analysis: Analysis; image: Image }) {
  return (
    <dl className={classes.facts} data-testid="analysis-facts">
      <dt>{text.model}</dt>
      <dd data-testid="model-version">
        {analysis.model.version} · <Digest value={analysis.model.digest} />
      </dd>
      <dt>{text.timeTaken}</dt>
      <dd className="numeric" data-testid="elapsed">
        {formatDuration(analysis.elapsed_ms)}
      </dd>
      {analysis.px_per_mm !== null && (
        <>
          <dt>{text.scale}</dt>
          <dd className="numeric" data-testid="px-per-mm">
            {fill(text.pxMm, { pxPerMm: formatNumber(analysis.px_per_mm, 1) })}
          </dd>
        </>
      )}
      {analysis.detection_confidence !== null && (
        <>
          <dt>{text.faceFound}</dt>
          <dd className="numeric">
            {rich(text.sure, {
              detectionConfidence: formatShare(analysis.detection_confidence),
              notchSide:
                analysis.notch_side !== null &&
                fill(text.notch, { notchSide: notchSideText(analysis.notch_side) }),
            })}
          </dd>
        </>
      )}
      {(image.specimen !== null || image.heat !== null || image.width_mm !== null) && (
        <>
          <dt>{text.specimen}</dt>
          <dd>
            <Group gap={6}>
              {image.specimen !== null && <span>{image.specimen}</span>}
              {image.heat !== null && (
                <Badge variant="default" tt="none">
                  {fill(text.heat, { heat: image.heat })}
                </Badge>
              )}
              {image.width_mm !== null && (
                <Badge variant="default" tt="none">
                  {fill(text.wMm, { widthMm: formatNumber(image.width_mm, 1) })}
                </Badge>
              )}
            </Group>
          </dd>
        </>
      )}
      <dt>{text.picture}</dt>
      <dd>
        {fill(text.px, { fileName: image.file_name, widthPx: image.width_px, heightPx: image.height_px })}
      </dd>
      <dt>{text.analysed}</dt>
      <dd>
        {fill(text.by, { createdAt: formatInstant(analysis.created_at), analysedBy: analysis.analysed_by })}
      </dd>
    </dl>
  );
}
