#!/bin/sh
# Draws the icons again. Needs a built Unknot as `unknot`, or named as the first argument, and ImageMagick.
set -eu
unknot=$(command -v "${1:-unknot}")
cd "$(dirname "$0")"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
big="$folder/big.png"
"$unknot" render frame --exercise w-and-y --at y --camera 180,0 --size 2048x2048 -o "$big"

# A square of the picture, its side and its left edge, below some more paper, as a picture of another size.
cut() {
    convert "$big" -background '#f6f3ec' -gravity north -splice "0x$3" -gravity northwest -crop "$1x$1+$2+0" +repage \
        -resize "$4x$4" -define png:exclude-chunks=date,time -strip -colors 255 "$5"
}

cut 1140 454 24 192 icon-192.png
cut 1140 454 24 512 icon-512.png
cut 1140 454 24 48 favicon.png
cut 1640 204 200 512 icon-maskable.png
