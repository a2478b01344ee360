import type { Endpoint } from '../../api-instance.ts';
import { downloadTransfer } from './download-transfer.ts';
import { uploadTransfer } from './upload-transfer.ts';

export const transferRoutes: readonly Endpoint[] = [downloadTransfer, uploadTransfer];
