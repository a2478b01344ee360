import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { imageUrl } from '../api/image-url.ts';
import classes from './thumbnail.module.css';

interface ThumbnailProps {
  readonly imageId: string | null;
  readonly size?: number;
  /** Says that the picture is not there any more; it is not asked for then. */
  readonly removedText?: string | null;
}

/** A small picture in a fixed frame, so that lists do not jump while pictures load. */
export function Thumbnail({ imageId, size = 56, removedText = null }: ThumbnailProps) {
  const [isBroken, setBroken] = useState(false);
  return (
    <div className={classes.frame} style={{ width: size * 1.25, height: size }}>
      {imageId !== null && !isBroken && removedText === null && (
        <img
          src={imageUrl(imageId, 'thumbnail')}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
        />
      )}
      {isBroken && removedText === null && <IconPhotoOff size={20} aria-hidden />}
      {removedText !== null && (
        <span role="img" aria-label={removedText} title={removedText} data-testid="picture-removed">
          <IconPhotoOff size={20} aria-hidden />
        </span>
      )}
    </div>
  );
}
