#!/usr/bin/env bash
# Trains every model of the language layer, the same bytes each time: tools/train/train.sh CORPORA [OUT]
# CORPORA holds ud_ewt/ and gum/ (with splits.md); OUT is resources/models unless given.
set -euo pipefail
cd "$(dirname "$0")/../.."
corpora=${1:?the folder of corpora}
out=${2:-resources/models}
bin=build/release
ninja -C $bin train_tagger train_lemmatiser train_parser >/dev/null

# GUM's own division; documents that are not there are passed over.
gum() {
  awk -v want="## $1" '/^## / {on = $0 == want} on && /\*/ {print $2}' "$corpora/gum/splits.md" |
    while read -r name; do [ -f "$corpora/gum/dep/$name.conllu" ] && echo "$corpora/gum/dep/$name.conllu" || true; done
}
train="$corpora/ud_ewt/en_ewt-ud-train.conllu $(gum train)"
dev=$corpora/ud_ewt/en_ewt-ud-dev.conllu

$bin/train_tagger "$out/tagger.bin" 6 "$dev" $train
$bin/train_lemmatiser "$out/lemmatiser.bin" "$out/tagger.bin" "$dev" $train
$bin/train_parser "$out/parser.bin" 4 "$out/tagger.bin" "$dev" $train
sha256sum "$out"/{tagger,lemmatiser,parser}.bin
