import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { describeShortcut, type Shortcut } from '../keyboard/shortcut.ts';

/** A shortcut drawn as keys. */
export function KeyboardKeys({ shortcut }: { shortcut: Shortcut }) {
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {describeShortcut(shortcut).map((key, index) => (
        <Fragment key={key}>
          {index > 0 && ' + '}
          <Kbd>{key}</Kbd>
        </Fragment>
      ))}
    </span>
  );
}
