import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { imageUrl } from '../api/image-url.ts';
import classes from './thumbnail.module.css';

/** A small picture in a fixed frame, so that lists do not jump while pictures load. */
export function Thumbnail({ imageId, size = 56 }: { imageId: string | null; size?: number }) {
  const [isBroken, setBroken] = useState(false);
  return (
    <div className={classes.frame} style={{ width: size * 1.25, height: size }}>
      {imageId !== null && !isBroken && (
        <img
          src={imageUrl(imageId, 'thumbnail')}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
        />
      )}
      {isBroken && <IconPhotoOff size={20} aria-hidden />}
    </div>
  );
}
