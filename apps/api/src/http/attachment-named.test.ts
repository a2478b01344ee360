import { expect, it } from 'vitest';
import { attachmentNamed } from './attachment-named.ts';

it('names a file for old and new readers, and nothing can leave the quotation marks', () => {
  expect(attachmentNamed('curve-1.csv')).toBe(
    `attachment; filename="curve-1.csv"; filename*=UTF-8''curve-1.csv`,
  );
  expect(attachmentNamed('Größe "1"\\(ä).csv')).toBe(
    `attachment; filename="Gr__e _1__(_).csv"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22%5C%28%C3%A4%29.csv`,
  );
  expect(attachmentNamed('力.csv')).toBe(`attachment; filename="_.csv"; filename*=UTF-8''%E5%8A%9B.csv`);
});
