#!/bin/sh
# Sees to it that there is a Chromium for `make test-browser`: installs Debian's where it may, else says what to do.
if test -n "$CHROMIUM"; then
    test -x "$CHROMIUM" && exit 0
    echo "CHROMIUM=$CHROMIUM: is no program" >&2
    exit 1
fi
command -v chromium >/dev/null && exit 0
if test "$(id -u)" = 0 && command -v apt-get >/dev/null; then
    apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium >/dev/null
    command -v chromium >/dev/null && exit 0
fi
echo 'make test-browser needs Chromium: install the package "chromium", or give its path as CHROMIUM=/path/to/chrome' >&2
exit 1
