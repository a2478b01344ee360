import type { Model, UpdateStrategy } from '@mlmcsc/contracts';

export const STRATEGIES: readonly { value: UpdateStrategy; title: string; description: string }[] = [
  {
    value: 'immediate',
    title: 'Immediate',
    description: 'Learns from every reading as soon as it is saved.',
  },
  { value: 'batch', title: 'Batch', description: 'Collects readings and learns from them together.' },
  { value: 'weighted', title: 'Weighted', description: 'Learns at once; older readings count for less.' },
  {
    value: 'confidence',
    title: 'Confidence',
    description: 'Learns most from pictures about which the model was unsure.',
  },
];

const ORIGINS: Readonly<Record<Model['origin'], string>> = {
  shipped: 'Shipped',
  online: 'Learned online',
  retrained: 'Retrained',
};

/** Where a version comes from, in words. */
export function originTitle(origin: Model['origin']): string {
  return ORIGINS[origin];
}

/** The gate's verdict in words and colour. */
export function gateVerdict(model: Model): { title: string; color: string } {
  if (model.is_champion) return { title: 'In service', color: 'teal' };
  if (model.gate === null)
    return { title: model.origin === 'shipped' ? 'Shipped' : 'Not judged', color: 'gray' };
  return model.gate.promoted
    ? { title: 'Was in service', color: 'petrol' }
    : { title: 'Held back', color: 'orange' };
}
