import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlannedScene } from './scene-plan.ts';
import { decodeScene, encodeScene, type StoredScene } from './stored-scene.ts';

/** Rendered pictures on disk, one file each. */
export class SceneCache {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  has(scene: PlannedScene): boolean {
    return existsSync(this.pathOf(scene));
  }

  read(scene: PlannedScene): StoredScene {
    return decodeScene(readFileSync(this.pathOf(scene)));
  }

  /** Written beside and renamed: a cut run leaves no half file. */
  write(scene: PlannedScene, stored: StoredScene): void {
    const path = this.pathOf(scene);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(`${path}.part`, encodeScene(stored));
    renameSync(`${path}.part`, path);
  }

  private pathOf({ split, index, seed }: PlannedScene): string {
    return join(this.folder, split, `${String(index).padStart(6, '0')}-${seed.toString(16)}.scene`);
  }
}
