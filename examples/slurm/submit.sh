#!/bin/sh
# Extracts the archives of a manifest on a Slurm cluster, a task a shard. Started again, it submits only the shards whose
# output is missing; what a killed task had done is not done again.
#   sh submit.sh MANIFEST FOLDER SHARDS [SBATCH_OPTION...]
#   sh submit.sh crawl.txt /shared/articles 1000 --cpus-per-task=4 --mem-per-cpu=200M --time=8:00:00
# MANIFEST lists the archives, one path a line, as the nodes see them; every SHARDS-th line belongs to one shard. A cluster
# may refuse more than 1,000 (MaxArraySize). Options of pith batch come from the environment, so that a shard has the same
# whenever it runs: PITH_OPTIONS='--compress zst --min-words 50'; PITH names the command (default: pith on the nodes' path).
# Writes FOLDER/shard-00000/, ..., each renamed when it is whole, and FOLDER/logs/; merge_reports.py adds the reports up.
# Exit codes: 0 submitted, or nothing left to do; 2 wrong usage; else sbatch's (with --wait: that of the worst task).
set -eu

fail() {
  echo "submit.sh: $*" >&2
  exit 2
}

[ $# -ge 3 ] || fail "usage: sh submit.sh MANIFEST FOLDER SHARDS [SBATCH_OPTION...]"
manifest=$(realpath "$1") && [ -r "$manifest" ] || fail "cannot read $1"
mkdir -p "$2/logs" || fail "cannot write to $2"
folder=$(realpath "$2")
shards=$3
shift 3
here=$(dirname "$(realpath "$0")")

archives=$(grep -c . "$manifest") || fail "$manifest lists nothing"
[ "$shards" -ge 1 ] 2>/dev/null && [ "$shards" -le "$archives" ] ||
  fail "$shards shards: the manifest has $archives archives, so 1 to $archives can be made"

# Other archives or another number of shards would put the same page into two shards.
plan="$shards shards of $(cksum <"$manifest")"
if [ -e "$folder/plan" ]; then
  [ "$(cat "$folder/plan")" = "$plan" ] || fail "$folder holds shards of another manifest or number: name another folder"
else
  echo "$plan" >"$folder/plan.new"
  mv "$folder/plan.new" "$folder/plan"
fi

missing=$(seq 0 $((shards - 1)) | while read -r shard; do
  [ -e "$folder/shard-$(printf %05d "$shard")" ] || echo "$shard"
done)
if [ -z "$missing" ]; then
  echo "submit.sh: all $shards shards are done"
  exit 0
fi
echo "submit.sh: $(echo "$missing" | wc -l) of $shards shards to do"
# As sbatch takes them: 0-3,7.
ranges=$(echo "$missing" | awk '
  function put() { printf "%s%s", comma, first == last ? first : first "-" last; comma = "," }
  NR == 1 { first = last = $1; next }
  $1 == last + 1 { last = $1; next }
  { put(); first = last = $1 }
  END { put() }')
exec sbatch --array="$ranges" --output="$folder/logs/%a-%A.log" "$@" "$here/shard.sh" "$manifest" "$folder" "$shards"
