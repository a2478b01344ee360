import { Stack } from '@mantine/core';
import { useSignedInUser } from '../../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../../shared/session/role.ts';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { text } from '../texts/text.ts';
import { HoldList } from './hold-list.tsx';
import { PolicyList } from './policy-list.tsx';
import { RunPanel } from './run-panel.tsx';

/** How long pictures are kept, what that would remove now, and what stays whatever the policies say.
 * @param imageToHold - already in the form that puts a picture on hold
 */
export function RetentionOverview({ imageToHold }: { imageToHold: string }) {
  const role = useSignedInUser()?.role ?? 'viewer';
  return (
    <>
      <PageHeader title={text.retention} description={text.howLongPicturesAnd} />
      <Stack gap="md">
        <PolicyList mayChange={roleAtLeast(role, 'admin')} />
        {roleAtLeast(role, 'admin') && <RunPanel />}
        {roleAtLeast(role, 'reviewer') && <HoldList imageToHold={imageToHold} />}
      </Stack>
    </>
  );
}
