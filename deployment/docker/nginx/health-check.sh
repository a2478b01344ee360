#!/bin/bash
# HEALTHCHECK: nginx itself answers a request without TLS on its port with a problem document, whether or not an API can be reached.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${LISTEN##*:}"
printf 'GET /livez HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
while IFS= read -r -t 15 line <&3 || [ -n "$line" ]; do
  case $line in *tls-required*) exit 0 ;; esac
done
echo 'nginx does not answer' >&2
exit 1
