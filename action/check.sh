#!/bin/sh
# Checks the notes of a job; what it is to do stands in RAPPORT_* (see action.yml).
set -eu
# Notes are named by people; nothing that an option holds is read as a command or a pattern.
set -f

format=${RAPPORT_FORMAT:-github}
case "$format" in
github | sarif) ;;
*)
  echo "::error::format is github or sarif, not $format" >&2
  exit 2
  ;;
esac

# Words of the options are told apart by spaces.
# shellcheck disable=SC2086
set -- ${RAPPORT_ARGUMENTS:-}
if [ "$format" = sarif ]; then set -- --output rapport.sarif "$@"; fi
if [ -n "${RAPPORT_SINCE:-}" ]; then
  # The checkout of a job holds one commit.
  if ! git cat-file -e "$RAPPORT_SINCE^{commit}" 2>/dev/null; then
    git fetch --quiet --no-tags --depth=1 origin "$RAPPORT_SINCE"
  fi
  set -- --since "$RAPPORT_SINCE" "$@"
fi

status=0
rapport check "${RAPPORT_PATH:-.}" --format "$format" "$@" || status=$?
if [ "$status" = 1 ] && [ "${RAPPORT_FAIL_ON:-warning}" = never ]; then status=0; fi
exit "$status"
