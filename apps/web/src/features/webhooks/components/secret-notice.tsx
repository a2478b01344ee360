import { Alert, Code } from '@mantine/core';

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
      title="Keep this secret where the receiver runs; it is not shown again"
      withCloseButton
      closeButtonLabel="Hide the secret"
      onClose={onClose}
    >
      {`It proves to ${fresh.url} that events come from here.`}
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
