import { type RefObject, useEffect, useEffectEvent } from 'react';

/** So much turning is one step: a notch of a mouse wheel is about 100, a touchpad sends many small turns. */
const TURN_PER_STEP = 50;

/** Steps up or down by the wheel while the pointer is over the element; the page does not scroll meanwhile. */
export function useWheelSteps(
  element: RefObject<HTMLElement | null>,
  onStep: (direction: 1 | -1, isLarge: boolean) => void,
): void {
  const step = useEffectEvent(onStep);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    let turned = 0;
    const listener = (event: WheelEvent) => {
      // With Ctrl the browser zooms.
      if (event.ctrlKey) return;
      event.preventDefault();
      // With Shift some browsers turn sideways.
      const turn = event.deltaY === 0 ? event.deltaX : event.deltaY;
      turned = Math.sign(turn) === Math.sign(turned) ? turned + turn : turn;
      if (Math.abs(turned) < TURN_PER_STEP) return;
      step(turned < 0 ? 1 : -1, event.shiftKey);
      turned = 0;
    };
    // React's own listeners are passive: they could not keep the page where it is.
    target.addEventListener('wheel', listener, { passive: false });
    return () => target.removeEventListener('wheel', listener);
  }, [element]);
}
