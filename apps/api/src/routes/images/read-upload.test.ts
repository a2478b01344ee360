import { describe, expect, it } from 'vitest';
import { displayName } from './read-upload.ts';

describe('displayName', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system32\\a.jpg', 'a.jpg'],
    ['/absolute/specimen 7.jpg', 'specimen 7.jpg'],
    ['..', 'unnamed'],
    ['', 'unnamed'],
    ['folder/', 'unnamed'],
    ['7 %22left%22.jpg', '7 "left".jpg'],
    ['a\u0000b\r\n.png', 'ab.png'],
    ['invoice\u202Egpj.exe', 'invoicegpj.exe'],
    ['Bruchfläche ß.tif', 'Bruchfläche ß.tif'],
  ])('shows %j as %j', (given, expected) => expect(displayName(given)).toBe(expected));

  it('shortens a name to 200 characters without splitting one', () => {
    expect([...displayName('😀'.repeat(300))]).toHaveLength(200);
  });
});
