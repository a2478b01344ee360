/** `Content-Disposition` of a file to be saved under a name that somebody gave it (RFC 6266).
 * @example attachmentNamed('Weg "1".csv') // attachment; filename="Weg _1_.csv"; filename*=UTF-8''Weg%20%221%22.csv
 */
export function attachmentNamed(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const exact = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
