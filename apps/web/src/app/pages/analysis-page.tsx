import { Button, Group, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft, IconLock } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { AnalysisView } from '../../features/analysis/components/analysis-view.tsx';
import { historyKeys } from '../../features/history/api/list-history.ts';
import { analysisQuery } from '../../shared/queries/analysis-query.ts';
import { useSignedInUser } from '../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../shared/session/role.ts';
import { usePageTitle } from '../../shared/ui/page-header.tsx';
import classes from './analyse-page.module.css';

/** One analysis out of the history; it can be judged here as well. */
export function AnalysisPage() {
  usePageTitle('Analysis');
  const { id } = useParams({ from: '/signed-in/analyses/$id' });
  const navigate = useNavigate();
  const router = useRouter();
  const queryClient = useQueryClient();
  const user = useSignedInUser();
  const imageId = useQuery(analysisQuery(id)).data?.image_id;
  return (
    <div className={classes.single}>
      <VisuallyHidden component="h1">Analysis</VisuallyHidden>
      <Group justify="space-between">
        <Button
          variant="subtle"
          h={44}
          leftSection={<IconArrowLeft size={18} />}
          onClick={() =>
            router.history.canGoBack() ? router.history.back() : void navigate({ to: '/history' })
          }
        >
          Back
        </Button>
        {imageId !== undefined && user !== null && roleAtLeast(user.role, 'reviewer') && (
          <Button
            variant="subtle"
            h={44}
            leftSection={<IconLock size={18} />}
            renderRoot={(props) => <Link to="/retention" search={{ image: imageId }} {...props} />}
          >
            Legal hold
          </Button>
        )}
      </Group>
      <AnalysisView
        analysisId={id}
        canLabel={user !== null && roleAtLeast(user.role, 'technician')}
        onSaved={() => void queryClient.invalidateQueries({ queryKey: historyKeys.all })}
        onAnalysedAgain={(analysis) => void navigate({ to: '/analyses/$id', params: { id: analysis.id } })}
      />
    </div>
  );
}
