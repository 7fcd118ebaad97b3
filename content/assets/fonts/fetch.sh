#!/bin/sh
# Fetches the fonts again from where they come from. Needs npm.
set -eu
cd "$(dirname "$0")"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm pack --silent --pack-destination "$folder" @expo-google-fonts/atkinson-hyperlegible-next@0.4.1 >"$folder/name"
tar -xzf "$folder/$(cat "$folder/name")" -C "$folder"
cp "$folder/package/LICENSE_FONT" LICENSE
cp "$folder/package/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf" .
cp "$folder/package/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf" .
sha256sum --check <<'END'
60f8c1a1b2e7da47ff7af95c3e5b5b1232ca5b3771e93eb587784f08fb1e6650  AtkinsonHyperlegibleNext_400Regular.ttf
4ba7415b7095e546720446b6d47daa95d6f482d9fd40c729793e21d67cc9f366  AtkinsonHyperlegibleNext_700Bold.ttf
END
