import type { Endpoint } from '../../api-instance.ts';
import { createLabel } from './create-label.ts';

export const labelRoutes: readonly Endpoint[] = [createLabel];
