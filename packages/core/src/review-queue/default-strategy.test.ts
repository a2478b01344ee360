import { expect, it } from 'vitest';
import { defaultStrategy } from './default-strategy.ts';

it('draws by lot until there are a hundred labels, and chooses from then on', () => {
  expect([0, 99, 100, 5000].map(defaultStrategy)).toEqual(['random', 'random', 'hybrid', 'hybrid']);
});
