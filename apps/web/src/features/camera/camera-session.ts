import { fill } from '../../shared/language/fill.ts';
import { createStore, type Store } from '../../shared/state/store.ts';
import type { Resolution } from './camera-choice.ts';
import { type CameraTrouble, troubleOf } from './camera-trouble.ts';
import { text } from './texts/text.ts';

export interface CameraDevice {
  readonly deviceId: string;
  readonly label: string;
}

export interface LiveCamera {
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  readonly deviceId: string;
}

export interface CameraState {
  readonly live: LiveCamera | null;
  readonly trouble: CameraTrouble | null;
  readonly devices: readonly CameraDevice[];
}

export interface CameraSession {
  readonly store: Store<CameraState>;
  /** Shows this camera at about this resolution; the latest call wins. Never rejects. */
  open(deviceId: string | null, resolution: Resolution): Promise<void>;
  /** Ends the picture and stops listening. */
  close(): void;
}

/** Leads one camera from the browser's list to a live picture, and notices when it goes and comes back. */
export function createCameraSession(media: MediaDevices | undefined): CameraSession {
  const store = createStore<CameraState>({ live: null, trouble: null, devices: [] });
  let latest = 0;
  let wanted: Parameters<CameraSession['open']> | null = null;

  const end = () => {
    for (const track of store.get().live?.stream.getTracks() ?? []) track.stop();
    store.update((state) => (state.live === null ? state : { ...state, live: null }));
  };
  const fail = (trouble: CameraTrouble) => {
    end();
    store.update((state) => ({ ...state, trouble }));
  };

  async function listDevices(): Promise<void> {
    const all = (await media?.enumerateDevices().catch(() => [])) ?? [];
    const devices = all
      .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
      .map(({ deviceId, label }, index) => ({
        deviceId,
        label: label === '' ? fill(text.cameraNumber, { number: index + 1 }) : label,
      }));
    store.update((state) => ({ ...state, devices }));
  }

  async function open(deviceId: string | null, resolution: Resolution): Promise<void> {
    if (media === undefined) return fail('insecure');
    wanted = [deviceId, resolution];
    latest += 1;
    const mine = latest;
    end();
    store.update((state) => ({ ...state, trouble: null }));
    try {
      const stream = await askFor(media, deviceId, resolution);
      if (mine !== latest) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      const [track] = stream.getVideoTracks();
      if (track === undefined) return fail('missing');
      track.addEventListener('ended', () => {
        if (store.get().live?.track === track) fail('unplugged');
      });
      const live = { stream, track, deviceId: track.getSettings().deviceId ?? '' };
      store.update((state) => ({ ...state, live, trouble: null }));
      // Names are told only once the camera is allowed.
      await listDevices();
    } catch (error) {
      if (mine !== latest) return;
      fail(troubleOf(error));
      await listDevices();
    }
  }

  const onChange = () => {
    const { trouble } = store.get();
    void listDevices();
    if ((trouble === 'unplugged' || trouble === 'missing') && wanted !== null) void open(...wanted);
  };
  media?.addEventListener('devicechange', onChange);
  return {
    store,
    open,
    close() {
      latest += 1;
      wanted = null;
      media?.removeEventListener('devicechange', onChange);
      end();
    },
  };
}

/** Asks for one camera; one that was remembered but is not there gives way to any. */
async function askFor(
  media: MediaDevices,
  deviceId: string | null,
  { width, height }: Resolution,
): Promise<MediaStream> {
  const size = { width: { ideal: width }, height: { ideal: height } };
  if (deviceId !== null) {
    try {
      return await media.getUserMedia({ video: { ...size, deviceId: { exact: deviceId } } });
    } catch (error) {
      if (troubleOf(error) !== 'missing') throw error;
    }
  }
  return media.getUserMedia({ video: size });
}
