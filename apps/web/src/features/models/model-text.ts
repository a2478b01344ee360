import type { Deployment, Model, ModelPolicy, UpdateStrategy } from '@mlmcsc/contracts';
import { text } from './texts/text.ts';

export const STRATEGIES: readonly { value: UpdateStrategy; title: string; description: string }[] = [
  {
    value: 'immediate',
    get title() {
      return text.immediate;
    },
    get description() {
      return text.learnsFromEveryReading;
    },
  },
  {
    value: 'batch',
    get title() {
      return text.batch;
    },
    get description() {
      return text.collectsReadingsAndLearns;
    },
  },
  {
    value: 'weighted',
    get title() {
      return text.weighted;
    },
    get description() {
      return text.learnsAtOnceOlder;
    },
  },
  {
    value: 'confidence',
    get title() {
      return text.confidence;
    },
    get description() {
      return text.learnsMostFromPictures;
    },
  },
];

const ORIGINS: Readonly<Record<Model['origin'], string>> = {
  get shipped() {
    return text.shipped;
  },
  get online() {
    return text.learnedOnline;
  },
  get retrained() {
    return text.retrained;
  },
};

/** Where a version comes from, in words. */
export function originTitle(origin: Model['origin']): string {
  return ORIGINS[origin];
}

/** The gate's verdict in words and colour. */
export function gateVerdict(model: Model): { title: string; color: string } {
  if (model.is_champion) return { title: text.inService, color: 'teal' };
  if (model.gate === null)
    return { title: model.origin === 'shipped' ? text.shipped : text.notJudged, color: 'gray' };
  if (model.gate.promoted) return { title: text.wasInService, color: 'petrol' };
  return model.gate.passed === true
    ? { title: text.passedTheGate, color: 'petrol' }
    : { title: text.heldBack, color: 'orange' };
}

/** What happens to a candidate that the gate lets pass. */
export const PROMOTIONS: readonly {
  value: ModelPolicy['promotion'];
  title: string;
  description: string;
}[] = [
  {
    value: 'automatic',
    get title() {
      return text.goesIntoServiceAt;
    },
    get description() {
      return text.theGateDecidesAlone;
    },
  },
  {
    value: 'by-hand',
    get title() {
      return text.waitsForAnEngineer;
    },
    get description() {
      return text.anEngineerPutsIt;
    },
  },
  {
    value: 'two-persons',
    get title() {
      return text.waitsForTwoPersons;
    },
    get description() {
      return text.anEngineerAsksSomebody;
    },
  },
];

/** How a version came into service, in words and colour. */
export const DEPLOYMENT_KINDS: Readonly<Record<Deployment['kind'], { title: string; color: string }>> = {
  automatic: {
    get title() {
      return text.byTheGate;
    },
    color: 'gray',
  },
  promoted: {
    get title() {
      return text.byHand;
    },
    color: 'petrol',
  },
  'rolled-back': {
    get title() {
      return text.rolledBackTo;
    },
    color: 'orange',
  },
};

/** Whether people may put it into service: it passed against the model that is in service now. */
export const isPromotable = (model: Model, champion: string | undefined): boolean =>
  !model.is_champion && model.gate?.passed === true && model.gate.against === champion;
