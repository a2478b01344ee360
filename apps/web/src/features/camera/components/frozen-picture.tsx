import { Button, Loader } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { text } from '../texts/text.ts';
import classes from './camera.module.css';

interface FrozenPictureProps {
  address: string;
  words: string;
  isBusy: boolean;
  onNext: () => void;
}

/** The captured frame while its number is on the way. */
export function FrozenPicture({ address, words, isBusy, onNext }: FrozenPictureProps) {
  return (
    <div className={classes.live} data-testid="frozen-picture">
      <div className={classes.picture}>
        <img src={address} alt={text.theCapturedFrame} />
        {isBusy && (
          <div className={`${classes.flash} ${classes.waiting}`}>
            <Loader color="gray.3" aria-hidden />
          </div>
        )}
        <div className={classes.status} role="status">
          {words}
        </div>
      </div>
      <div className={classes.panel}>
        <Button h={56} variant="default" leftSection={<IconCamera size={22} />} onClick={onNext}>
          {text.nextSpecimen}
        </Button>
      </div>
    </div>
  );
}
