import { WebhookList } from '../../features/webhooks/components/webhook-list.tsx';
import { PageFrame } from './page-frame.tsx';

export function WebhooksPage() {
  return (
    <PageFrame>
      <WebhookList />
    </PageFrame>
  );
}
