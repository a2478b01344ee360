import { Button, VisuallyHidden } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouteContext } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { AnalysisView } from '../../features/analysis/components/analysis-view.tsx';
import { historyKeys } from '../../features/history/api/list-history.ts';
import { PendingPicture } from '../../features/intake/components/pending-picture.tsx';
import { QueuePanel } from '../../features/intake/components/queue-panel.tsx';
import { DropCurtain, Welcome } from '../../features/intake/components/welcome.tsx';
import { useFileDrop } from '../../features/intake/hooks/use-file-drop.ts';
import { changeItem, moveSelection } from '../../features/intake/intake-queue.ts';
import { text as intakeText } from '../../features/intake/texts/text.ts';
import { imageUrl } from '../../shared/api/image-url.ts';
import { analysisQuery } from '../../shared/queries/analysis-query.ts';
import { imageQuery } from '../../shared/queries/image-query.ts';
import { useSignedInUser } from '../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../shared/session/role.ts';
import { useStore } from '../../shared/state/use-store.ts';
import { usePageTitle } from '../../shared/ui/page-header.tsx';
import { text } from '../texts/text.ts';
import classes from './analyse-page.module.css';
import { ViewerNotice } from './viewer-notice.tsx';

/** Reads the next result and its picture ahead, so that it is there when the technician gets to it. */
function useNextPictureReady(analysisId: string | null): void {
  const next = useQuery({ ...analysisQuery(analysisId ?? ''), enabled: analysisId !== null });
  const imageId = next.data?.image_id;
  useQuery({ ...imageQuery(imageId ?? ''), enabled: imageId !== undefined });
  useEffect(() => {
    if (imageId !== undefined) new Image().src = imageUrl(imageId, 'display');
  }, [imageId]);
}

/** The bench: pictures in, percent shear out, the technician decides. */
export function AnalysePage() {
  usePageTitle(text.analyse);
  const { getBench } = useRouteContext({ from: '/signed-in/' });
  const { queue: queueStore, context: contextStore, controller } = getBench();
  const queryClient = useQueryClient();
  const queue = useStore(queueStore);
  const context = useStore(contextStore);
  const user = useSignedInUser();
  const mayAnalyse = user !== null && roleAtLeast(user.role, 'technician');
  const add = (files: File[]) => void controller.add(files, context);
  const isOver = useFileDrop(mayAnalyse, add);

  const index = queue.items.findIndex((item) => item.key === queue.selectedKey);
  const selected = queue.items[index];
  const select = useCallback(
    (key: string) => queueStore.update((now) => ({ ...now, selectedKey: key })),
    [queueStore],
  );
  const move = (offset: number) => () => queueStore.update((now) => moveSelection(now, offset));

  useNextPictureReady(queue.items[index + 1]?.analysisId ?? null);

  if (!mayAnalyse && selected === undefined) return <ViewerNotice />;
  if (selected === undefined) {
    return (
      <div className={classes.welcome}>
        <Welcome
          isOver={isOver}
          context={context}
          onContextChange={(next) => contextStore.update(() => next)}
          onFiles={add}
        />
      </div>
    );
  }
  return (
    <div className={classes.bench}>
      <VisuallyHidden component="h1">{text.analyse}</VisuallyHidden>
      {isOver && <DropCurtain />}
      <QueuePanel
        queue={queue}
        context={context}
        onContextChange={(next) => contextStore.update(() => next)}
        onFiles={add}
        onSelect={select}
        onClear={() => controller.clear()}
        action={
          mayAnalyse && (
            <Button
              renderRoot={(props) => <Link to="/camera" {...props} />}
              h={44}
              variant="default"
              leftSection={<IconCamera size={20} />}
            >
              {intakeText.useTheCamera}
            </Button>
          )
        }
      />
      <div className={classes.stage}>
        {selected.analysisId === null ? (
          <PendingPicture
            item={selected}
            onRetry={() => void controller.retry(selected.key)}
            onRemove={() => controller.remove(selected.key)}
          />
        ) : (
          <AnalysisView
            analysisId={selected.analysisId}
            canLabel={mayAnalyse}
            onSaved={() => void queryClient.invalidateQueries({ queryKey: historyKeys.all })}
            onAnalysedAgain={(analysis) =>
              queueStore.update((now) => changeItem(now, selected.key, { analysisId: analysis.id }))
            }
            onNext={index < queue.items.length - 1 ? move(1) : undefined}
            onPrevious={index > 0 ? move(-1) : undefined}
          />
        )}
      </div>
    </div>
  );
}
