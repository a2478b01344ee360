import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { fitViewport, panViewport, type Size, type Viewport, zoomViewport } from '../viewport.ts';

export interface ViewportControls {
  readonly viewport: Viewport | null;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
}

/** Zoom and pan of a picture in a frame: wheel, drag, pinch, double click. Fits again when picture or frame change. */
export function useViewport(frame: RefObject<HTMLElement | null>, picture: Size | null): ViewportControls {
  const [screen, setScreen] = useState<Size | null>(null);
  const [viewport, setViewport] = useState<Viewport | null>(null);
  const isFitted = useRef(true);
  const width = picture?.width ?? 0;
  const height = picture?.height ?? 0;

  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setScreen({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);

  const fit = useCallback(() => {
    isFitted.current = true;
    setViewport(
      screen === null || width === 0 || screen.width === 0 ? null : fitViewport({ width, height }, screen),
    );
  }, [screen, width, height]);

  // A new picture, or a frame of another size, starts with the whole picture in view.
  useLayoutEffect(() => {
    fit();
  }, [fit]);

  const zoomAt = useCallback(
    (factor: number, x: number, y: number) => {
      if (screen === null || width === 0) return;
      isFitted.current = false;
      setViewport((now) => now && zoomViewport(now, factor, x, y, { width, height }, screen));
    },
    [screen, width, height],
  );

  const zoomBy = useCallback(
    (factor: number) => {
      if (screen !== null) zoomAt(factor, screen.width / 2, screen.height / 2);
    },
    [screen, zoomAt],
  );

  useEffect(() => {
    const element = frame.current;
    if (element === null || screen === null || width === 0) return;
    return listenToPointers(element, {
      zoomAt,
      panBy: (deltaX, deltaY) =>
        setViewport((now) => now && panViewport(now, deltaX, deltaY, { width, height }, screen)),
      toggle: (x, y) => (isFitted.current ? zoomAt(3, x, y) : fit()),
    });
  }, [frame, screen, width, height, zoomAt, fit]);

  return { viewport, zoomBy, fit };
}

interface PointerHandlers {
  zoomAt: (factor: number, x: number, y: number) => void;
  panBy: (deltaX: number, deltaY: number) => void;
  toggle: (x: number, y: number) => void;
}

function listenToPointers(element: HTMLElement, handlers: PointerHandlers): () => void {
  const pointers = new Map<number, { x: number; y: number }>();
  const position = (event: MouseEvent) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = () => {
    const [first, second] = [...pointers.values()];
    if (first === undefined || second === undefined) return null;
    return {
      distance: Math.hypot(second.x - first.x, second.y - first.y),
      x: (first.x + second.x) / 2,
      y: (first.y + second.y) / 2,
    };
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const { x, y } = position(event);
    handlers.zoomAt(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), x, y);
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, position(event));
  };
  const onMove = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const spreadBefore = spread();
    const now = position(event);
    pointers.set(event.pointerId, now);
    const spreadNow = spread();
    if (spreadBefore === null || spreadNow === null) {
      handlers.panBy(now.x - before.x, now.y - before.y);
      return;
    }
    handlers.panBy(spreadNow.x - spreadBefore.x, spreadNow.y - spreadBefore.y);
    handlers.zoomAt(spreadNow.distance / Math.max(1, spreadBefore.distance), spreadNow.x, spreadNow.y);
  };
  const onUp = (event: PointerEvent) => pointers.delete(event.pointerId);
  const onDoubleClick = (event: MouseEvent) => {
    const { x, y } = position(event);
    handlers.toggle(x, y);
  };
  // React's wheel listeners are passive and cannot keep the page from scrolling.
  element.addEventListener('wheel', onWheel, { passive: false });
  element.addEventListener('pointerdown', onDown);
  element.addEventListener('pointermove', onMove);
  element.addEventListener('pointerup', onUp);
  element.addEventListener('pointercancel', onUp);
  element.addEventListener('dblclick', onDoubleClick);
  return () => {
    element.removeEventListener('wheel', onWheel);
    element.removeEventListener('pointerdown', onDown);
    element.removeEventListener('pointermove', onMove);
    element.removeEventListener('pointerup', onUp);
    element.removeEventListener('pointercancel', onUp);
    element.removeEventListener('dblclick', onDoubleClick);
  };
}
