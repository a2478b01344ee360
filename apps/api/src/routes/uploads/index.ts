import type { Endpoint } from '../../api-instance.ts';
import { completeUpload } from './complete-upload.ts';
import { startUpload } from './start-upload.ts';

export const uploadRoutes: readonly Endpoint[] = [startUpload, completeUpload];
