import { Loader } from '@mantine/core';
import { type Ref, useEffect, useRef } from 'react';
import type { SpecimenSight } from '../hooks/use-specimen-watch.ts';
import { phaseText } from '../phase-text.ts';
import { text } from '../texts/text.ts';
import classes from './camera.module.css';

interface LivePictureProps {
  ref: Ref<HTMLVideoElement>;
  stream: MediaStream | null;
  sight: SpecimenSight;
  isAutomatic: boolean;
}

/** The live picture with the outline of the face and what the bench waits for. */
export function LivePicture({ ref, stream, sight, isAutomatic }: LivePictureProps) {
  const { phase, seen, isBlind } = sight;
  const words = isBlind ? text.pressSpace : phaseText(phase, isAutomatic);
  return (
    <div className={classes.picture} data-phase={phase} data-testid="live-picture">
      {stream === null ? (
        <div className={classes.waiting} role="status">
          <Loader color="gray.3" aria-label={text.startingTheCamera} />
        </div>
      ) : (
        <Video ref={ref} stream={stream} />
      )}
      {seen !== null && seen.glance !== null && stream !== null && (
        <svg
          viewBox={`0 0 ${seen.frameWidth} ${seen.frameHeight}`}
          aria-hidden="true"
          data-testid="live-outline"
          data-elapsed-ms={Math.round(seen.elapsedMs)}
        >
          <polygon
            className={classes.halo}
            points={seen.glance.outline.map(({ x, y }) => `${x},${y}`).join(' ')}
          />
          <polygon
            className={classes.outline}
            data-phase={phase}
            points={seen.glance.outline.map(({ x, y }) => `${x},${y}`).join(' ')}
          />
        </svg>
      )}
      {stream !== null && (
        <div className={classes.status} role="status" data-testid="bench-status" data-phase={phase}>
          {seen === null && !isBlind ? text.looking : words}
        </div>
      )}
    </div>
  );
}

function Video({ ref, stream }: { ref: Ref<HTMLVideoElement>; stream: MediaStream }) {
  const own = useRef<HTMLVideoElement | null>(null);
  useEffect(() => {
    if (own.current !== null) own.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={(element) => {
        own.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref !== null) ref.current = element;
      }}
      autoPlay
      muted
      playsInline
      aria-label={text.livePicture}
      data-testid="live-video"
    />
  );
}
