/** Bytes that are not quite HTTP; each must be answered with a problem or a closed connection, never hang or kill. */
export const MALFORMED_HTTP: Readonly<Record<string, Buffer | string>> = {
  nothing: '',
  'no request line': '\r\n\r\n',
  noise: Buffer.from(Array.from({ length: 300 }, (_, index) => (index * 89) % 256)),
  'a TLS hello': Buffer.from('16030100a5010000a10303', 'hex'),
  'an HTTP/2 preface': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'HTTP/0.9': 'GET /livez\r\n\r\n',
  'an unknown version': 'GET /livez HTTP/9.9\r\nHost: x\r\n\r\n',
  'an unknown method': 'BREW /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'no host': 'GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n',
  'two hosts': 'GET /livez HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n',
  'a bare newline in a header': 'GET /livez HTTP/1.1\nHost: x\nConnection: close\n\n',
  'a NUL in a header': 'GET /livez HTTP/1.1\r\nHost: x\r\nX-A: a\u0000b\r\n\r\n',
  'a space before the colon': 'GET /livez HTTP/1.1\r\nHost : x\r\n\r\n',
  'a folded header': 'GET /livez HTTP/1.1\r\nHost: x\r\nX-A: a\r\n b\r\nConnection: close\r\n\r\n',
  'a header of 100 kB': `GET /livez HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(100_000)}\r\n\r\n`,
  '10 000 headers': `GET /livez HTTP/1.1\r\nHost: x\r\n${'X-A: a\r\n'.repeat(10_000)}\r\n`,
  'an address of 100 kB': `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  'an address that is no path': 'GET livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'a whole address': 'GET http://elsewhere.test/livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'an asterisk': 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'raw bytes in the address': Buffer.from(
    'GET /\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'latin1',
  ),
  'a broken escape': 'GET /api/v1/jobs/%zz%e0%a4%a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'a negative length': 'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  'two lengths':
    'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}x',
  'a length and chunks':
    'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'a bad chunk size':
    'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
  'a chunk that ends early':
    'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{}',
  'a body that ends early':
    'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"user',
  'an upload that ends early':
    'POST /api/v1/images HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9999\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
  'an unknown coding':
    'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n',
  'a smuggled request':
    'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\nContent-Length: 30\r\n\r\n0\r\n\r\nGET /livez HTTP/1.1\r\nHost: x\r\n\r\n',
  'an upgrade': 'GET /livez HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n',
  'a tunnel': 'CONNECT db:5432 HTTP/1.1\r\nHost: db:5432\r\n\r\n',
  'an expectation':
    'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nExpect: magic\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  'requests in a row': `${'GET /livez HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(50)}GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
};
