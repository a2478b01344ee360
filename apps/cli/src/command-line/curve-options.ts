import { transitionModelNames } from '@mlmcsc/charpy';
import { Option } from 'commander';
import { numberBetween } from './parse-number.ts';

/** What a transition curve is of, and which form it has. */
export const curveOptions = (): Option[] => [
  new Option('--property <name>', 'what is followed over the temperature')
    .choices(['energy', 'lateral-expansion', 'shear'])
    .default('energy'),
  new Option('--model <name>', 'form of the curve').choices(transitionModelNames).default('tanh'),
  new Option('--lower-shelf <value>', 'held at, in J, mm or %').argParser(numberBetween(0, 1000)),
  new Option('--upper-shelf <value>', 'held at, in J, mm or %').argParser(numberBetween(0, 1000)),
];
