#!/bin/bash
# Stands in for the S3 server: Ceph's radosgw with TLS on a store in memory, which is written to /data when it is stopped in order.
set -eu
folder=/data/ceph
export CEPH_CONF=$folder/ceph.conf
mkdir -p "$folder"/{mon,osd,rgw,log} /run/ceph
first=false
[ -f "$CEPH_CONF" ] || first=true
[ "$first" = false ] || cat >"$CEPH_CONF" <<CONF
[global]
fsid=$(cat /proc/sys/kernel/random/uuid)
mon host=[v2:127.0.0.1:3300,v1:127.0.0.1:6789]
auth cluster required=cephx
auth service required=cephx
auth client required=cephx
auth allow insecure global id reclaim=true
osd pool default size=1
osd pool default min size=1
osd pool default pg num=1
osd pool default pg autoscale mode=off
mon allow pool size one=true
mon max pg per osd=2000
osd crush chooseleaf type=0
osd objectstore=memstore
osd fast shutdown=false
memstore device bytes=1073741824
paxos propose interval=0.02
paxos min wait=0.01
public addr=127.0.0.1
run dir=/run/ceph
admin socket=/run/ceph/\$name.asok
pid file=/run/ceph/\$name.pid
log file=$folder/log/\$name.log
mon data=$folder/mon
osd data=$folder/osd
rgw data=$folder/rgw
keyring=$folder/keyring
rgw frontends=beast ssl_endpoint=0.0.0.0:9000 ssl_certificate=/run/certificates/public.crt ssl_private_key=/run/certificates/private.key
rgw dns name=s3
CONF
if [ "$first" = true ]; then
  ceph-authtool --create-keyring "$folder/keyring" --gen-key -n mon. --cap mon 'allow *'
  for name in client.admin osd.0 client.rgw.a; do
    ceph-authtool "$folder/keyring" --gen-key -n "$name" --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *'
  done
  monmaptool --create --fsid "$(sed -n 's/^fsid=//p' "$CEPH_CONF")" --addv a '[v2:127.0.0.1:3300,v1:127.0.0.1:6789]' "$folder/monmap"
  ceph-mon --mkfs -i a --monmap "$folder/monmap" --keyring "$folder/keyring"
fi
processes=()
start() { "$@" & processes=("$!" "${processes[@]}"); }
# In this order the gateway writes through, then the store is saved.
stop() {
  rm -f /tmp/s3.ready
  for process in "${processes[@]}"; do
    kill "$process" 2>/dev/null || true
    wait "$process" || true
  done
  exit 0
}
trap stop TERM INT
start ceph-mon -f -i a
if [ "$first" = true ]; then
  osd=$(cat /proc/sys/kernel/random/uuid)
  ceph osd new "$osd"
  ceph auth import -i "$folder/keyring"
  ceph-osd -i 0 --mkfs --osd-uuid "$osd"
fi
start ceph-osd -f -i 0
start radosgw -f -n client.rgw.a
until (exec 3<>/dev/tcp/127.0.0.1/9000) 2>/dev/null; do sleep 0.1; done
if [ "$first" = true ]; then
  radosgw-admin user create --uid=mlmcsc --display-name=mlmcsc \
    --access-key="$(cat /run/secrets/mlmcsc/s3-access-key-id)" --secret-key="$(cat /run/secrets/mlmcsc/s3-secret-access-key)" >/dev/null
fi
touch /tmp/s3.ready
wait -n || true
stop
