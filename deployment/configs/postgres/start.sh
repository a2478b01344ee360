#!/bin/sh
# Starts the server of the official image with TLS. Its key must belong to the server alone, which a mounted file does not.
set -eu
install -d -o postgres -g postgres -m 0700 /var/lib/postgresql/tls
install -o postgres -g postgres -m 0600 /run/secrets/tls/tls.crt /run/secrets/tls/tls.key /var/lib/postgresql/tls/
exec docker-entrypoint.sh postgres \
  -c ssl=on -c ssl_cert_file=/var/lib/postgresql/tls/tls.crt -c ssl_key_file=/var/lib/postgresql/tls/tls.key \
  -c ssl_min_protocol_version=TLSv1.2 -c hba_file=/etc/mlmcsc/pg_hba.conf \
  -c listen_addresses='*' -c password_encryption=scram-sha-256 -c shared_buffers=256MB -c max_connections=100 \
  -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s -c client_connection_check_interval=10s
