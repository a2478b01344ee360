import { Alert, Code } from '@mantine/core';
import { fill } from '../../../shared/language/fill.ts';
import { text } from '../texts/text.ts';

/** A link that was just issued, to be handed over. */
export interface Handover {
  readonly username: string;
  readonly path: string;
}

/** Shows the link once. */
export function HandoverNotice({ handover, onClose }: { handover: Handover; onClose: () => void }) {
  return (
    <Alert
      color="teal"
      variant="light"
      role="status"
      title={fill(text.handThisLinkTo, { username: handover.username })}
      withCloseButton
      closeButtonLabel={text.hideTheLink}
      onClose={onClose}
    >
      <Code block data-testid="one-time-link" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {new URL(handover.path, window.location.origin).href}
      </Code>
    </Alert>
  );
}
