#!/bin/sh
# Puts the program on the PATH of a job: what is there already, a release's, or one that is built from the source beside this.
set -eu

if [ -z "${RAPPORT_VERSION:-}" ] && command -v rapport >/dev/null; then
  echo "rapport $(rapport --version) is on the PATH"
  exit 0
fi

prefix="${RUNNER_TEMP:-${TMPDIR:-/tmp}}/rapport"
if [ -n "${RAPPORT_VERSION:-}" ]; then
  archive="rapport-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m).tar.gz"
  base="${GITHUB_SERVER_URL:-https://github.com}/$RAPPORT_REPOSITORY/releases/download/$RAPPORT_VERSION"
  mkdir -p "$prefix/bin"
  cd "$prefix"
  curl --fail --silent --show-error --location --remote-name "$base/$archive" --remote-name "$base/$archive.sha256"
  if command -v sha256sum >/dev/null; then sha256sum --check "$archive.sha256"; else shasum -a 256 -c "$archive.sha256"; fi
  tar -xzf "$archive" -C bin
elif command -v swift >/dev/null; then
  make -C "$(dirname "$0")/.." install PREFIX="$prefix"
else
  echo "::error::Swift is needed to build rapport; name a release (version: v0.1.0), or set Swift up in a step before" >&2
  exit 1
fi
echo "$prefix/bin" >>"$GITHUB_PATH"
