import type { Endpoint } from '../../api-instance.ts';
import { streamEvents } from './stream-events.ts';

export const eventRoutes: readonly Endpoint[] = [streamEvents];
