#!/usr/bin/env bash
# Trains every model of the language layer, the same bytes each time: tools/train/train.sh CORPORA NEWS.jsonl [OUT [keep]]
# CORPORA holds ud_ewt/, gum/ (with splits.md) and gmb_ner/; NEWS.jsonl is running text for the word groups, a report
# a line (key "text"); OUT is resources/models unless given. With `keep` the word groups and sentence
# ends that OUT holds stay: all others rest on them, and both change with the tokeniser. About ten minutes of one core.
set -euo pipefail
cd "$(dirname "$0")/../.."
corpora=${1:?the folder of corpora}
news=${2:?running text as JSON Lines}
out=${3:-resources/models}
bin=build/release
ninja -C $bin train_clusters train_boundary train_tagger train_lemmatiser train_parser train_pairs train_glance >/dev/null

# GUM's own division; documents that are not there are passed over.
gum() {
  awk -v want="## $1" '/^## / {on = $0 == want} on && /\*/ {print $2}' "$corpora/gum/splits.md" |
    while read -r name; do [ -f "$corpora/gum/dep/$name.conllu" ] && echo "$corpora/gum/dep/$name.conllu" || true; done
}
train="$corpora/ud_ewt/en_ewt-ud-train.conllu $(gum train)"
dev=$corpora/ud_ewt/en_ewt-ud-dev.conllu

if [ "${4:-}" != keep ]; then
  $bin/train_clusters "$out/clusters.bin" "$news" "$corpora/gmb_ner/ner_dataset.csv" $train
  $bin/train_boundary "$out/boundary.bin" 6 "$out/clusters.bin" "$dev" $train
fi
$bin/train_tagger "$out/tagger.bin" 8 "$out/clusters.bin" "$dev" $train
$bin/train_lemmatiser "$out/lemmatiser.bin" "$out/tagger.bin" "$dev" $train

# Once without pairs of words, by which the news is read to count them; once with them.
first=$(mktemp -d)
trap 'rm -rf "$first"' EXIT
parser() { $bin/train_parser "$1" 6 "$out/clusters.bin" "$out/tagger.bin" "$first/pairs.bin" "$dev" $train; }
$bin/train_pairs "$first/pairs.bin"
parser "$first/parser.bin"
$bin/train_pairs "$first/pairs.bin" "$out/clusters.bin" "$out/tagger.bin" "$first/parser.bin" "$news"
parser "$out/parser.bin"
$bin/train_glance "$out/parser.bin" "$out/clusters.bin" "$out/tagger.bin" "$dev" $train
sha256sum "$out"/{clusters,boundary,tagger,lemmatiser,parser}.bin
