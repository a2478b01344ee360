import type { Deployment, Model, ModelPolicy, UpdateStrategy } from '@mlmcsc/contracts';

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
  if (model.gate.promoted) return { title: 'Was in service', color: 'petrol' };
  return model.gate.passed === true
    ? { title: 'Passed the gate', color: 'petrol' }
    : { title: 'Held back', color: 'orange' };
}

/** What happens to a candidate that the gate lets pass. */
export const PROMOTIONS: readonly {
  value: ModelPolicy['promotion'];
  title: string;
  description: string;
}[] = [
  { value: 'automatic', title: 'Goes into service at once', description: 'The gate decides alone.' },
  { value: 'by-hand', title: 'Waits for an engineer', description: 'An engineer puts it into service.' },
  {
    value: 'two-persons',
    title: 'Waits for two persons',
    description: 'An engineer asks, somebody else approves.',
  },
];

/** How a version came into service, in words and colour. */
export const DEPLOYMENT_KINDS: Readonly<Record<Deployment['kind'], { title: string; color: string }>> = {
  automatic: { title: 'by the gate', color: 'gray' },
  promoted: { title: 'by hand', color: 'petrol' },
  'rolled-back': { title: 'rolled back to', color: 'orange' },
};

/** Whether people may put it into service: it passed against the model that is in service now. */
export const isPromotable = (model: Model, champion: string | undefined): boolean =>
  !model.is_champion && model.gate?.passed === true && model.gate.against === champion;
