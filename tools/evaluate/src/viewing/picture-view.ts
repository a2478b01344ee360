import type { SceneView } from '@mlmcsc/default-model';

/** What the product and the baselines saw of one picture, next to the truth. */
export interface PictureView extends Omit<SceneView, 'features' | 'acceptanceFeatures' | 'elapsedMs'> {
  /** In the order of the model's feature set; null without a face. */
  readonly features: readonly number[] | null;
  /** As `describeTexture` gives it, from the same found face; null without one. */
  readonly texture: readonly number[] | null;
  /** Percent shear of the face that was measured, or of the first one when none was; null without a specimen. */
  readonly truth: number | null;
  /** Largest share of a true face that lies in the picture, 0 to 1; 0 without one. */
  readonly visibleShare: number;
}

/** A view whose picture shows a specimen. */
export type SpecimenView = PictureView & { readonly truth: number };

export function showsSpecimen(view: PictureView): view is SpecimenView {
  return view.truth !== null;
}
