import {
  createDatasetUseCases,
  createUseCases,
  type DatasetDependencies,
  type DatasetUseCases,
  type Dependencies,
} from '@mlmcsc/core';
import { tarArchiver } from '@mlmcsc/platform/archive';
import { MemoryCache } from '@mlmcsc/platform/cache';
import type { Config } from '@mlmcsc/platform/config';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { ThreadPoolMeasurer } from '@mlmcsc/platform/measurer';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { loadPlugIns } from '@mlmcsc/platform/onnx';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { quietLog } from '../console/quiet-log.ts';
import { withStore } from './with-store.ts';

/** The parts of an installation that commands work with. */
export interface Product {
  readonly dependencies: Dependencies & DatasetDependencies;
  readonly datasets: DatasetUseCases;
}

/** Rows, objects and measuring threads of an installation, for one command. Threads start with the first picture. */
export const withProduct = <T>(config: Config, work: (product: Product) => Promise<T>): Promise<T> =>
  withStore(config, async (store) => {
    const { files } = await loadPlugIns({ detector: config.detectorFile, backbone: null });
    const objects = await openObjectStore(config);
    const measurer = new ThreadPoolMeasurer({
      threads: config.measureThreads,
      maxPixels: config.maxImagePixels,
      detector: files.detector,
    });
    const ports: Dependencies = {
      ...{ store, objects, measurer },
      codec: new SharpImageCodec({ maxBytes: config.maxUploadBytes, maxPixels: config.maxImagePixels }),
      cache: new MemoryCache(config.cacheBytes),
      clock: systemClock,
      ids: uuidV7,
      log: quietLog,
      batchConcurrency: config.measureThreads + 1,
    };
    const dependencies = { ...ports, archiver: tarArchiver, useCases: createUseCases(ports) };
    try {
      return await work({ dependencies, datasets: createDatasetUseCases(dependencies) });
    } finally {
      await measurer.close();
      await objects.close();
    }
  });
