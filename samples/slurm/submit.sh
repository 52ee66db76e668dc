#!/usr/bin/env bash
# Submits as many array jobs as it takes for so many shards:
#   samples/slurm/submit.sh SHARDS OUT INPUT… [options of skiplink bulk]
# Options of sbatch stand in SBATCH_OPTIONS: SBATCH_OPTIONS="--partition=long --time=12:00:00" samples/slurm/submit.sh …
set -euo pipefail
[ $# -ge 3 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
SHARDS="$1" OUT="$2"
shift 2
# What the cluster allows; 1001 means task numbers up to 1000.
most="$(scontrol show config | sed -n 's/^MaxArraySize *= *//p')"
most="${most:-1001}"
tasks=$((most > 1 ? most - 1 : 1))
export SHARDS OUT
for ((FIRST = 0; FIRST < SHARDS; FIRST += tasks)); do
    export FIRST
    last=$((SHARDS - FIRST < tasks ? SHARDS - FIRST - 1 : tasks - 1))
    # shellcheck disable=SC2086 # several options
    sbatch --parsable --array="0-$last" ${SBATCH_OPTIONS:-} "$(dirname "$0")/skiplink.sbatch" "$@"
done
