import { Text } from '@mantine/core';
import type { ReportDocument, ReportedPicture } from '@mlmcsc/contracts';
import { useState } from 'react';
import { imageUrl, overlayUrl } from '../../../shared/api/image-url.ts';
import { fill } from '../../../shared/language/fill.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { modelAnswer, shownAnalysis } from '../report-text.ts';
import { text } from '../texts/text.ts';
import classes from './reports.module.css';

/** The pictures that the report names, each with and without the overlay of its analysis. */
export function ReportedPictures({ document }: { document: ReportDocument }) {
  const pictures = document.specimens.flatMap(({ identifier, pictures: taken }) =>
    taken.map((picture) => ({ identifier, picture })),
  );
  if (pictures.length === 0) return null;
  return (
    <Section title={text.pictures} description={text.asTakenAndWith}>
      <ul className={classes.pictures}>
        {pictures.map(({ identifier, picture }) => (
          <Pair key={picture.image_id} identifier={identifier} picture={picture} />
        ))}
      </ul>
    </Section>
  );
}

function Pair({ identifier, picture }: { identifier: string; picture: ReportedPicture }) {
  const analysis = shownAnalysis(picture.analyses);
  const title = picture.half === null ? identifier : fill(text.half, { identifier, half: picture.half });
  return (
    <li data-testid="reported-picture">
      <Text fw={600} size="sm">
        {title}
      </Text>
      <Text size="sm" c="dimmed" mb={6} style={{ overflowWrap: 'anywhere' }}>
        {picture.file_name}
        {analysis === null ? '' : ` · ${modelAnswer(analysis)}`}
      </Text>
      <Frame title={fill(text.pictureOf, { title })} picture={picture} overlayOf={null} />
      {analysis?.status === 'ok' && (
        <div style={{ marginTop: 8 }}>
          <Frame title={fill(text.overlayOf, { title })} picture={picture} overlayOf={analysis.id} />
        </div>
      )}
    </li>
  );
}

function Frame({
  title,
  picture,
  overlayOf,
}: {
  title: string;
  picture: ReportedPicture;
  overlayOf: string | null;
}) {
  const [isGone, setGone] = useState(false);
  const [hasNoOverlay, setNoOverlay] = useState(false);
  if (isGone) return <Text size="sm">{fill(text.thePictureIsNot, { sha256: picture.sha256 })}</Text>;
  if (overlayOf !== null && hasNoOverlay) return null;
  return (
    <div className={classes.frame} style={{ aspectRatio: `${picture.width_px} / ${picture.height_px}` }}>
      <img
        src={imageUrl(picture.image_id, 'display')}
        alt={title}
        loading="lazy"
        onError={() => setGone(true)}
      />
      {overlayOf !== null && (
        <img
          className={classes.overlay}
          src={overlayUrl(overlayOf)}
          alt=""
          loading="lazy"
          onError={() => setNoOverlay(true)}
        />
      )}
    </div>
  );
}
