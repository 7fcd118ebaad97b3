#!/bin/sh
# Fetches the fonts again from where they come from. Needs npm.
set -eu
cd "$(dirname "$0")"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Unpacks a package of the npm registry into a folder of its own.
unpack() {
    npm pack --silent --pack-destination "$folder" "$1" >"$folder/name"
    mkdir "$folder/$2"
    tar -xzf "$folder/$(cat "$folder/name")" -C "$folder/$2" --strip-components 1
}

unpack @expo-google-fonts/atkinson-hyperlegible-next@0.4.1 whole
cp "$folder/whole/LICENSE_FONT" LICENSE
cp "$folder/whole/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf" .
cp "$folder/whole/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf" .
unpack @fontsource/atkinson-hyperlegible-next@5.3.0 web
cp "$folder/web/files/atkinson-hyperlegible-next-latin-400-normal.woff2" regular.woff2
cp "$folder/web/files/atkinson-hyperlegible-next-latin-700-normal.woff2" bold.woff2
sha256sum --check <<'END'
60f8c1a1b2e7da47ff7af95c3e5b5b1232ca5b3771e93eb587784f08fb1e6650  AtkinsonHyperlegibleNext_400Regular.ttf
4ba7415b7095e546720446b6d47daa95d6f482d9fd40c729793e21d67cc9f366  AtkinsonHyperlegibleNext_700Bold.ttf
5cb240a4d99ab7e6fc3a4d4e6d11d89789fdffe9c86a8384000d662c53283f6f  regular.woff2
0dbe07ed7679407db9d90f747d5ca3bd1b2bb7ccbcbe41c8246cfc6d2c7bc3bc  bold.woff2
END
