#!/usr/bin/env bash
# Builds the images of this release: mlmcsc-api, mlmcsc-worker, mlmcsc-nginx, mlmcsc-monitoring.
#
# Usage: build-images.sh [options] [api|worker|nginx|monitoring ...]
#
#   --tag TAG               tag of the images (default: version and commit, e.g. 0.1.0-1a2b3c4)
#   --registry PREFIX       put before the names, e.g. registry.example/lab
#   --push                  pushes what was built
#   --platform LIST         e.g. linux/amd64,linux/arm64: built with buildx for several processors, which needs --push
#   --build-image REF       Node.js 24 and npm, to build with
#   --base-image REF        a Debian 12, to run on
#   --prometheus-image REF  Prometheus, for mlmcsc-monitoring
#   --scan                  scans what was built with Trivy, and fails on findings of severity HIGH or CRITICAL that can be mended
#   --output DIR            where the lists of contents (SBOM) and images.json go (default: build/images/TAG)
#   --dry-run               says what would be done
#   --help                  shows this
#
# Every image is built from the same commit with pinned versions; all times in it are those of the commit (SOURCE_DATE_EPOCH), so that
# building it again gives the same layers. Arguments that are not given stay as the Dockerfiles pin them.
# Environment: DOCKER_HOST and the other variables of docker; DOCKER_BUILD_NETWORK, e.g. host, for builds.
set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
all_images=(api worker nginx monitoring)

say() { printf '%s\n' "$*" >&2; }
fail() { say "failed: $1"; shift; for hint in "$@"; do say "        $hint"; done; exit 1; }
usage_error() { say "$(basename "$0"): $* (see --help)"; exit 2; }
show_help() { awk 'NR == 1 { next } /^#/ { sub(/^# ?/, ""); print; next } { exit }' "$0"; }
run() {
  if [ "$dry_run" = true ]; then
    printf 'would run:' >&2
    printf ' %q' "$@" >&2
    printf '\n' >&2
  else
    "$@"
  fi
}

tag='' registry='' push=false platform='' scan=false output='' dry_run=false images=() arguments=()
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) show_help; exit 0 ;;
    --push) push=true ;;
    --scan) scan=true ;;
    --dry-run) dry_run=true ;;
    --tag | --registry | --platform | --output | --build-image | --base-image | --prometheus-image)
      { [ $# -ge 2 ] && [ -n "$2" ]; } || usage_error "$1 needs a value"
      case $1 in
        --tag) tag=$2 ;;
        --registry) registry=${2%/}/ ;;
        --platform) platform=$2 ;;
        --output) output=$2 ;;
        --build-image) arguments+=(--build-arg "BUILD_IMAGE=$2") ;;
        --base-image) arguments+=(--build-arg "BASE_IMAGE=$2") ;;
        --prometheus-image) arguments+=(--build-arg "PROMETHEUS_IMAGE=$2") ;;
      esac
      shift
      ;;
    -*) usage_error "there is no option $1" ;;
    *)
      [[ " ${all_images[*]} " == *" $1 "* ]] || usage_error "there is no image $1, only: ${all_images[*]}"
      images+=("$1")
      ;;
  esac
  shift
done
[ ${#images[@]} -gt 0 ] || images=("${all_images[@]}")

version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' "$repository/package.json")
revision=$(git -C "$repository" rev-parse HEAD 2>/dev/null || echo unknown)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$repository" log -1 --format=%ct 2>/dev/null || echo 0)}
created=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)
if [ -z "$tag" ]; then
  tag=$version
  [ "$revision" = unknown ] || tag=$tag-${revision:0:7}
  [ -z "$(git -C "$repository" status --porcelain 2>/dev/null)" ] || tag=$tag-modified
fi
[[ $tag =~ ^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$ ]] || usage_error "'$tag' cannot be the tag of an image"
[ "$tag" != latest ] || usage_error "'latest' says nothing about what runs: give the tag of a release"
output=${output:-$repository/build/images/$tag}
if [[ $platform == *,* && $push = false ]]; then
  usage_error "images for several processors exist in a registry only: give --push"
fi

if [ "$dry_run" = false ]; then
  command -v docker >/dev/null || fail "there is no docker" "Install Docker Engine 20.10 or newer."
  docker version --format '{{.Server.Version}}' >/dev/null 2>&1 ||
    fail "the Docker engine does not answer" "Is it running, and may you use it? DOCKER_HOST is '${DOCKER_HOST:-}'."
  [ -z "$platform" ] || docker buildx version >/dev/null 2>&1 || fail "--platform needs docker buildx" "Install the buildx plugin."
  mkdir -p "$output"
fi

build() {
  local reference=$1 file=$2
  local command=(docker build)
  if [ -n "$platform" ]; then
    command=(docker buildx build --platform "$platform" --provenance=false)
    if [ "$push" = true ]; then command+=(--push); else command+=(--load); fi
  fi
  [ -z "${DOCKER_BUILD_NETWORK:-}" ] || command+=("--network=$DOCKER_BUILD_NETWORK")
  command+=("${arguments[@]}" --build-arg "VERSION=$version" --build-arg "REVISION=$revision" --build-arg "CREATED=$created"
    --build-arg "SOURCE_DATE_EPOCH=$SOURCE_DATE_EPOCH" --tag "$reference" --file "$file" "$repository")
  DOCKER_BUILDKIT=1 BUILDKIT_PROGRESS=plain run "${command[@]}"
}

# What is in an image, as CycloneDX: packages of npm and of Debian.
list_contents() {
  local image=$1 reference=$2 container
  container=$(docker create "$reference" none)
  docker export "$container" | node "$repository/deployment/scripts/lib/list-image-contents.mjs" "mlmcsc-$image" "$version" "$created" \
    >"$output/mlmcsc-$image.cdx.json" || { docker rm "$container" >/dev/null; fail "$reference cannot be listed"; }
  docker rm "$container" >/dev/null
}

check_vulnerabilities() {
  local reference=$1 ignored=$repository/deployment/ci-cd/trivy-exceptions.yaml
  if ! command -v trivy >/dev/null; then
    say "not scanned: there is no trivy on this machine ($reference)"
    return
  fi
  local command=(trivy image --exit-code 1 --severity "HIGH,CRITICAL" --ignore-unfixed --scanners "vuln,secret")
  [ ! -f "$ignored" ] || command+=(--ignorefile "$ignored")
  "${command[@]}" "$reference" >&2 || fail "$reference has vulnerabilities that can be mended" \
    "Update what is named above, or write the exception with its reason and end into $ignored."
}

summary=''
for image in "${images[@]}"; do
  reference=${registry}mlmcsc-$image:$tag
  say "== $reference"
  build "$reference" "$repository/deployment/docker/$image/Dockerfile"
  if [ "$push" = true ] && [ -z "$platform" ]; then run docker push "$reference" >&2; fi
  [ "$dry_run" = false ] || continue
  [ -z "$platform" ] || [ "$push" = false ] || docker pull --quiet "$reference" >/dev/null
  list_contents "$image" "$reference"
  [ "$scan" = false ] || check_vulnerabilities "$reference"
  line=$(docker image inspect --format \
    '{"name":"'"${registry}mlmcsc-$image"'","tag":"'"$tag"'","id":"{{.Id}}","digest":"{{range .RepoDigests}}{{.}} {{end}}","bytes":{{.Size}}}' \
    "$reference")
  summary+=${summary:+,$'\n'}$line
  printf '%s\n' "$line"
done
[ "$dry_run" = true ] || printf '[\n%s\n]\n' "$summary" >"$output/images.json"
