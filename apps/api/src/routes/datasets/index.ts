import type { Endpoint } from '../../api-instance.ts';
import { createDataset } from './create-dataset.ts';
import { exportDataset } from './export-dataset.ts';
import { getDataset } from './get-dataset.ts';
import { getDatasetManifest } from './get-dataset-manifest.ts';
import { importDataset } from './import-dataset.ts';
import { listDatasetEntries } from './list-dataset-entries.ts';
import { listDatasets } from './list-datasets.ts';
import { startArchiveUpload } from './start-archive-upload.ts';
import { verifyDataset } from './verify-dataset.ts';

export const datasetRoutes: readonly Endpoint[] = [
  listDatasets,
  createDataset,
  getDataset,
  listDatasetEntries,
  getDatasetManifest,
  exportDataset,
  verifyDataset,
  startArchiveUpload,
  importDataset,
];
