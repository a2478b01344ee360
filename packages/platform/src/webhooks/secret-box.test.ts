import { expect, test } from 'vitest';
import { createSecretBox } from './secret-box.ts';

test('what is sealed is opened with the same secret of the installation, and only unchanged', () => {
  const box = createSecretBox('s'.repeat(32));
  const sealed = box.seal('whsec_abc');
  expect(Buffer.from(sealed).toString('latin1')).not.toContain('whsec_abc');
  expect(box.seal('whsec_abc')).not.toEqual(sealed);
  expect(box.open(sealed)).toBe('whsec_abc');
  const changed = Uint8Array.from(sealed, (value, index) =>
    index === sealed.length - 1 ? value ^ 1 : value,
  );
  expect(() => box.open(changed)).toThrow('secret-unreadable');
  expect(() => createSecretBox('t'.repeat(32)).open(sealed)).toThrow('secret-unreadable');
  expect(() => box.open(new Uint8Array(3))).toThrow('secret-unreadable');
});
