import { useEffect, useState } from 'react';
import { createStore } from '../../../shared/state/store.ts';
import { useStore } from '../../../shared/state/use-store.ts';
import { type CameraChoice, restoreChoice } from '../camera-choice.ts';
import { type CameraSession, type CameraState, createCameraSession } from '../camera-session.ts';

const STORAGE_KEY = 'mlmcsc.camera';
const CLOSED: CameraState = { live: null, trouble: null, devices: [] };
const closed = createStore(CLOSED);

const readStored = () => {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
};

export interface Camera extends CameraState {
  readonly choice: CameraChoice;
  readonly choose: (change: Partial<CameraChoice>) => void;
  readonly tryAgain: () => void;
}

/** The chosen camera, live while the page is open. */
export function useCamera(): Camera {
  const [session, setSession] = useState<CameraSession | null>(null);
  const [choice, setChoice] = useState(() => restoreChoice(readStored()));
  const state = useStore(session?.store ?? closed);
  const { deviceId, resolution } = choice;

  useEffect(() => {
    // Absent on pages that came without TLS, whatever the types say.
    const opened = createCameraSession(navigator.mediaDevices as MediaDevices | undefined);
    setSession(opened);
    return () => opened.close();
  }, []);
  useEffect(() => {
    void session?.open(deviceId, resolution);
  }, [session, deviceId, resolution]);

  return {
    ...state,
    choice,
    choose(change) {
      const next = { ...choice, ...change };
      setChoice(next);
      try {
        localStorage.setItem(STORAGE_KEY, JSON.stringify(next));
      } catch {
        // Storage is blocked: the choice then lasts as long as the page.
      }
    },
    tryAgain: () => void session?.open(deviceId, resolution),
  };
}
