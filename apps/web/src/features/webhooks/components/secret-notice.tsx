import { Alert, Code } from '@mantine/core';
import { fill } from '../../../shared/language/fill.ts';
import { text } from '../texts/text.ts';

/** A secret that was just made; it is shown only now. */
export interface FreshSecret {
  readonly url: string;
  readonly secret: string;
}

/** Shows the secret once. */
export function SecretNotice({ fresh, onClose }: { fresh: FreshSecret; onClose: () => void }) {
  return (
    <Alert
      color="teal"
      variant="light"
      role="status"
      title={text.keepThisSecretWhere}
      withCloseButton
      closeButtonLabel={text.hideTheSecret}
      onClose={onClose}
    >
      {fill(text.itProvesToThat, { url: fresh.url })}
      <Code
        block
        mt="xs"
        data-testid="webhook-secret"
        style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
      >
        {fresh.secret}
      </Code>
    </Alert>
  );
}
