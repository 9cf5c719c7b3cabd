#!/bin/bash
#SBATCH --job-name=pith
#SBATCH --requeue
#SBATCH --signal=B:TERM@60
# One shard, as a task of the array that submit.sh makes. Needs bash on the nodes, and a folder that all of them share.
#   shard.sh MANIFEST FOLDER SHARDS
# Exit codes: 0 the shard is done; else that of pith batch, and submit.sh will find the shard missing.
set -u
manifest=$1 folder=$2 shards=$3
shard=$folder/shard-$(printf %05d "$SLURM_ARRAY_TASK_ID")
[ ! -e "$shard" ] || exit 0

mapfile -t archives < <(awk -v shards="$shards" -v own="$SLURM_ARRAY_TASK_ID" \
  'NF && line++ % shards == own' "$manifest")
# A task that Slurm starts again, on another node too, goes on where the last one was.
# shellcheck disable=SC2086 # a list of options
"${PITH:-pith}" batch --jobs "${SLURM_CPUS_PER_TASK:-1}" --resume --output "$shard.partial" ${PITH_OPTIONS:-} \
  "${archives[@]}" &
pith=$!
# A minute before its time is over, Slurm tells the shell alone; pith then leaves a state that can be resumed.
trap 'kill -TERM "$pith" 2>/dev/null' TERM
wait "$pith"
code=$?
while kill -0 "$pith" 2>/dev/null; do # the signal ended the waiting, not pith
  wait "$pith"
  code=$?
done
# 1: whole, but some archive held nothing that pith reads; the report names it.
[ "$code" -le 1 ] || exit "$code"
mv -T "$shard.partial" "$shard"
