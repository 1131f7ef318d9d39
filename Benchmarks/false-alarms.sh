#!/usr/bin/env bash
# How often something is found where hardly anything is: one table, type by corpus, in findings per megabyte.
#
#   Benchmarks/false-alarms.sh prose=novels.txt code=src logs=access.log > table.md
#
# Each argument is NAME=PATH, a file or a folder. Dumps of pseudo-random bytes are made here, the same every time: hex in
# long lines, hex as debuggers show it, and base64. Nothing in them is real, so whatever is found in them is false.
#
#   VEIL      the program, `veil` by default
#   VEIL_ARGS further arguments, for example "--policy strict"
#   DUMP_MB   size of each dump in megabytes, 2 by default
set -euo pipefail

if [ $# -eq 0 ]; then
  sed -n '2,/^set /p' "$0" | sed -e '/^set /d' -e 's/^# \{0,1\}//' >&2
  exit 2
fi
veil=${VEIL:-veil}
read -r -a arguments <<< "${VEIL_ARGS:-}"
dump_mb=${DUMP_MB:-2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

# Park and Miller's generator: the same numbers in every awk, since no product exceeds 2^53.
dump() {
  awk -v kind="$1" -v size=$((dump_mb * 1000000)) '
    function random(n) { state = (state * 16807) % 2147483647; return int(state / 2147483647 * n) }
    BEGIN {
      state = 20240115
      for (i = 0; i < 1000; i++) random(2)
      hex = "0123456789abcdef"
      base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
      while (written < size) {
        line = ""
        if (kind == "base64") {
          for (i = 0; i < 76; i++) line = line substr(base64, random(64) + 1, 1)
        } else if (kind == "hex") {
          for (i = 0; i < 64; i++) line = line substr(hex, random(16) + 1, 1)
        } else {
          line = sprintf("%08x:", offset); offset += 16; text = ""
          for (i = 0; i < 16; i++) {
            byte = random(256)
            line = line (i % 2 ? "" : " ") sprintf("%02x", byte)
            text = text (byte > 32 && byte < 127 ? sprintf("%c", byte) : ".")
          }
          line = line "  " text
        }
        print line
        written += length(line) + 1
      }
    }'
}

names=()
count() {
  local name=$1 path=$2
  names+=("$name")
  # A file that is not UTF-8 is named and left out; then the status is 2 and the rest counts.
  "$veil" detect --count --quiet ${arguments[@]+"${arguments[@]}"} "$path" > "$work/json" \
    || [ "$(tail -n 1 "$work/json")" = "]}" ] || { echo "$0: counting in $name failed" >&2; exit 1; }
  # A line for each type: that is how `veil detect --count` writes its JSON.
  awk -v name="$name" '
    /"bytes": / { match($0, /"bytes": [0-9]+/); bytes = substr($0, RSTART + 9, RLENGTH - 9)
      print name "\t\t" bytes }
    /"type": / {
      match($0, /"type": "[A-Z0-9_]+"/); type = substr($0, RSTART + 9, RLENGTH - 10)
      match($0, /"findings": [0-9]+/); findings = substr($0, RSTART + 12, RLENGTH - 12)
      print name "\t" type "\t" findings
    }' "$work/json" >> "$work/counts"
}

for argument in "$@"; do
  case $argument in
    ?*=?*)
      [ -e "${argument#*=}" ] || { echo "$0: there is no ${argument#*=}" >&2; exit 2; }
      count "${argument%%=*}" "${argument#*=}"
      ;;
    *) echo "$0: expected NAME=PATH instead of $argument" >&2; exit 2 ;;
  esac
done
for kind in hex hexdump base64; do
  dump "$kind" > "$work/$kind"
  count "$kind" "$work/$kind"
done

echo "Findings per megabyte, \`$(basename "$veil") detect --count${VEIL_ARGS:+ $VEIL_ARGS}\`:"
echo
awk -F '\t' -v order="${names[*]}" '
  $2 == "" { bytes[$1] += $3; next }
  { count[$2, $1] += $3; total[$2] += $3; all[$1] += $3 }
  function rate(n, name) { return n == 0 ? "0" : sprintf("%.2f", n * 1e6 / bytes[name]) }
  END {
    columns = split(order, names, " ")
    head = "| type |"; rule = "| --- |"; size = "| size, MB |"; sum = "| all |"
    for (i = 1; i <= columns; i++) {
      head = head " " names[i] " |"; rule = rule " ---: |"
      size = size sprintf(" %.2f |", bytes[names[i]] / 1e6); sum = sum " " rate(all[names[i]], names[i]) " |"
    }
    print head; print rule; print size; print sum
    fflush()
    for (type in total) {
      row = "| " type " |"
      for (i = 1; i <= columns; i++) row = row " " rate(count[type, names[i]], names[i]) " |"
      print row | "sort"
    }
  }' "$work/counts"
