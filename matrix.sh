#!/usr/bin/env bash
# Tries the library, as installed by `mvn install`, on every JUnit, Surefire and JDK that it promises to run on:
#   ./matrix.sh          all of JUnit 5.12, 5.14, 6.1 x Surefire 3.5, 3.6 x JDK 17, 25
#   ./matrix.sh corners  the oldest with the oldest, the newest with the newest, and both ends crossed
# JDKs are taken from JAVA_HOME_17 and JAVA_HOME_25, else from the usual folders.
set -uo pipefail
cd "$(dirname "$0")"

jdk() {
  local named="JAVA_HOME_$1"
  if [ -n "${!named:-}" ]; then echo "${!named}"; return; fi
  local home
  for home in /usr/lib/jvm/*"-$1-"* /usr/lib/jvm/*"-$1" /Library/Java/JavaVirtualMachines/*"-$1"*/Contents/Home; do
    if [ -x "$home/bin/javac" ]; then echo "$home"; return; fi
  done
  echo "no JDK $1 found: set $named" >&2
  exit 2
}

JDK17=$(jdk 17) || exit 2
JDK25=$(jdk 25) || exit 2
passed=0
failed=0

try() {
  local junit=$1 surefire=$2 jdk=$3 home=$4 project log
  for project in single-run single-run-parallel mixed; do
    log=$(mktemp)
    rm -rf "target/matrix/$project"
    mkdir -p target/matrix
    cp -r "examples/week/$project" target/matrix/
    if JAVA_HOME=$home mvn -B -ntp -q -f "target/matrix/$project/pom.xml" verify \
        -Djunit.version="$junit" -Dsurefire.version="$surefire" >"$log" 2>&1; then
      echo "passed: $project on JUnit $junit, Surefire $surefire, JDK $jdk"
      passed=$((passed + 1))
    else
      echo "FAILED: $project on JUnit $junit, Surefire $surefire, JDK $jdk"
      tail -40 "$log"
      failed=$((failed + 1))
    fi
    rm -f "$log"
  done
}

if [ ! -f target/andon-junit-0.1.0-SNAPSHOT.jar ]; then
  echo "build first: mvn install" >&2
  exit 2
fi
if [ "${1:-}" = corners ]; then
  try 5.12.2 3.5.6 17 "$JDK17"
  try 6.1.3 3.6.1 25 "$JDK25"
  try 5.12.2 3.6.1 25 "$JDK25"
  try 6.1.3 3.5.6 17 "$JDK17"
else
  for junit in 5.12.2 5.14.4 6.1.3; do
    for surefire in 3.5.6 3.6.1; do
      try "$junit" "$surefire" 17 "$JDK17"
      try "$junit" "$surefire" 25 "$JDK25"
    done
  done
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
