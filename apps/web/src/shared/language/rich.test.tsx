import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { rich } from './rich.tsx';

it('puts elements, numbers and nothing where the placeholders are', () => {
  const shown = rich('Model {version} learned {count} readings{rest}.', {
    version: <b>v2</b>,
    count: 12_345,
    rest: false,
  });
  expect(renderToStaticMarkup(shown)).toBe('Model <b>v2</b> learned 12,345 readings.');
});
