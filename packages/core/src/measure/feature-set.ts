import type { FeatureSet } from '@mlmcsc/learning';
import { DESCRIPTOR_VERSION, SURFACE_INPUT_VERSION, viewFeatureNames } from '@mlmcsc/vision';

type SurfaceDefinition = Parameters<typeof viewFeatureNames>[0];

/** The features that a head made for a surface network is fed with: map statistics, pooled and tangent network
 * features, descriptors.
 * @param surface - definition of the surface network, whose bottleneck gives the pooled features */
export function surfaceFeatureSet(surface: SurfaceDefinition): FeatureSet {
  return {
    version: `view-3/surface-${SURFACE_INPUT_VERSION}/${surface.name}/${DESCRIPTOR_VERSION}`,
    names: viewFeatureNames(surface),
    // The cells that the map calls cleavage, counted: nearer to the median of what is possible than the mean probability is.
    areaName: 'map-shear-at-50',
  };
}
