import { Button, VisuallyHidden } from '@mantine/core';
import type { ImageContext } from '@mlmcsc/contracts';
import { IconCamera } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { AnalysisView } from '../../features/analysis/components/analysis-view.tsx';
import { FrozenPicture } from '../../features/camera/components/frozen-picture.tsx';
import { LiveBench } from '../../features/camera/components/live-bench.tsx';
import { useCamera } from '../../features/camera/hooks/use-camera.ts';
import { useScanner } from '../../features/camera/hooks/use-scanner.ts';
import { contextAfterCapture, contextOfScan } from '../../features/camera/specimen-order.ts';
import { text } from '../../features/camera/texts/text.ts';
import { FRESH_WATCH } from '../../features/camera/watch-specimen.ts';
import { historyKeys } from '../../features/history/api/list-history.ts';
import { PendingPicture, WORDS } from '../../features/intake/components/pending-picture.tsx';
import { QueuePanel } from '../../features/intake/components/queue-panel.tsx';
import { SpecimenFields } from '../../features/intake/components/specimen-fields.tsx';
import { changeItem } from '../../features/intake/intake-queue.ts';
import { useSignedInUser } from '../../shared/queries/session-query.ts';
import { roleAtLeast } from '../../shared/session/role.ts';
import { useStore } from '../../shared/state/use-store.ts';
import { usePageTitle } from '../../shared/ui/page-header.tsx';
import classes from './analyse-page.module.css';
import { ViewerNotice } from './viewer-notice.tsx';

/** The live bench, for people who may measure. */
export function CameraPage() {
  usePageTitle(text.liveBench);
  const user = useSignedInUser();
  return user !== null && roleAtLeast(user.role, 'technician') ? <Bench /> : <ViewerNotice />;
}

/** Specimen under the camera, capture, percent shear, decision, next specimen: all of it by keys and scanner. */
function Bench() {
  const { getBench } = useRouteContext({ from: '/signed-in/camera' });
  const { queue: queueStore, context: contextStore, controller } = getBench();
  const queryClient = useQueryClient();
  const queue = useStore(queueStore);
  const context = useStore(contextStore);
  const camera = useCamera();
  const memory = useRef(FRESH_WATCH);
  // The item whose result is shown; null while the camera is.
  const [shownKey, setShownKey] = useState<string | null>(null);
  const [frozen, setFrozen] = useState<{ key: string | null; address: string } | null>(null);

  const shown = queue.items.find(({ key }) => key === shownKey);
  const goLive = () => setShownKey(null);
  const setContext = (next: ImageContext) => contextStore.update(() => next);
  const show = useCallback(
    (key: string) => {
      queueStore.update((now) => ({ ...now, selectedKey: key }));
      setShownKey(key);
    },
    [queueStore],
  );
  const capture = (picture: File, pxPerMm: number | null) => {
    void controller.add([picture], pxPerMm === null ? context : { ...context, px_per_mm: pxPerMm });
    const key = queueStore.get().selectedKey;
    setFrozen({ key, address: URL.createObjectURL(picture) });
    setShownKey(key);
    setContext(contextAfterCapture(context, camera.choice.isBothHalves));
  };
  useScanner((code) => {
    setContext(contextOfScan(context, code, camera.choice.isBothHalves));
    goLive();
  });
  useEffect(() => {
    const address = frozen?.address;
    return () => {
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [frozen]);
  useBackKeys(
    shown === undefined ? [] : shown.analysisId === null ? ['Escape', 'Enter', ' '] : ['Escape'],
    goLive,
  );

  return (
    <div className={classes.bench}>
      <VisuallyHidden component="h1">{text.liveBench}</VisuallyHidden>
      <QueuePanel
        queue={shown === undefined ? { ...queue, selectedKey: null } : queue}
        context={context}
        onContextChange={setContext}
        onFiles={(files) => {
          void controller.add(files, context);
          setShownKey(queueStore.get().selectedKey);
        }}
        onSelect={show}
        onClear={() => controller.clear()}
        action={
          shown === undefined ? null : (
            <Button
              h={44}
              variant="default"
              leftSection={<IconCamera size={20} />}
              onClick={goLive}
              title={text.backToTheCameraKey}
            >
              {text.backToTheCamera}
            </Button>
          )
        }
      />
      <div className={classes.stage}>
        {shown === undefined ? (
          <LiveBench
            camera={camera}
            context={context}
            memory={memory}
            onContextChange={setContext}
            onCapture={capture}
            details={<SpecimenFields value={context} onChange={setContext} isNamed={false} />}
          />
        ) : shown.analysisId !== null ? (
          <AnalysisView
            analysisId={shown.analysisId}
            canLabel
            onSaved={() => void queryClient.invalidateQueries({ queryKey: historyKeys.all })}
            onAnalysedAgain={(analysis) =>
              queueStore.update((now) => changeItem(now, shown.key, { analysisId: analysis.id }))
            }
            onNext={goLive}
          />
        ) : shown.state !== 'failed' && frozen !== null && frozen.key === shown.key ? (
          <FrozenPicture
            address={frozen.address}
            words={WORDS[shown.state]}
            isBusy={shown.state !== 'held'}
            onNext={goLive}
          />
        ) : (
          <PendingPicture
            item={shown}
            onRetry={() => void controller.retry(shown.key)}
            onRemove={() => {
              controller.remove(shown.key);
              goLive();
            }}
          />
        )}
      </div>
    </div>
  );
}

/** Keys that lead back to the live picture; Enter and Space do while there is no result that they could be meant for. */
function useBackKeys(keys: readonly string[], onBack: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (!keys.includes(event.key) || event.defaultPrevented || event.repeat) return;
    if (target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null) return;
    if (event.key !== 'Escape' && target.closest('button, a') !== null) return;
    event.preventDefault();
    onBack();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
