#!/usr/bin/env bash
# Tries the library, as installed by `mvn install`, on every JUnit, Surefire and JDK that it promises to run on:
#   ./matrix.sh          all of JUnit 5.12, 5.14, 6.1 x Surefire 3.5, 3.6 x JDK 17, 25
#   ./matrix.sh corners  the oldest with the oldest, the newest with the newest, both ends crossed, and a violation
#                        on those Surefires and on 3.5.3, which loses tests whose source is a URI
# and, each time, what users do in between: run one test class, run offline, choose their own JUnit. Either way also on
# Maven 3.9 and 4, in a folder whose name has spaces and letters outside of ASCII.
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
# Most of the time of a short build goes into compiling Maven to the fastest code.
export MAVEN_OPTS="${MAVEN_OPTS:-} -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

# fresh PROJECT: a copy of that example, not built yet.
fresh() {
  rm -rf "${folder:?}/$1"
  mkdir -p "$folder"
  cp -r "examples/week/$1" "$folder/"
}

# build PROJECT JUNIT SUREFIRE HOME GOALS-AND-OPTIONS...
build() {
  local project=$1 junit=$2 surefire=$3 home=$4
  shift 4
  JAVA_HOME=$home mvn -B -ntp -q -f "$folder/$project/pom.xml" \
    -Djunit.version="$junit" -Dsurefire.version="$surefire" "$@" >"$log" 2>&1
}

# tell WHAT STATUS: counts, and shows the log of what went wrong.
tell() {
  if [ "$2" -eq 0 ]; then
    echo "passed: $1"
    passed=$((passed + 1))
  else
    echo "FAILED: $1"
    tail -40 "$log"
    failed=$((failed + 1))
  fi
}

# holds FILE TEXT...: whether the file has each of the texts.
holds() {
  local file=$1 text
  shift
  for text in "$@"; do
    if ! grep -qF -- "$text" "$file"; then
      echo "$file lacks: $text" >>"$log"
      return 1
    fi
  done
}

# maven VERSION: the command of that Maven, from Maven Central.
maven() {
  local command="target/maven/apache-maven-$1/bin/mvn"
  if [ ! -x "$command" ]; then
    mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
      -Dartifact="org.apache.maven:apache-maven:$1:tar.gz:bin" -DoutputDirectory=target/maven >&2
  fi
  echo "$command"
}

# A green build and a violation on another Maven, in an odd folder.
odd_folder() {
  local command odd="$folder/café 東京 (odd)"
  command=$(maven "$1")
  rm -rf "$odd"
  mkdir -p "$odd"
  cp -r examples/week/single-run "$odd/"
  JAVA_HOME=$JDK17 LC_ALL=C.UTF-8 "$command" -B -ntp -q -f "$odd/single-run/pom.xml" verify >"$log" 2>&1 &&
    rm "$odd/single-run/src/test/java/com/acme/time/TimeServiceIntegrationTest.java" &&
    ! JAVA_HOME=$JDK17 LC_ALL=C.UTF-8 "$command" -B -ntp -q -f "$odd/single-run/pom.xml" clean verify >"$log" 2>&1 &&
    holds "$log" 'no integration test reaches it'
}

# The readiness class in Surefire's XML.
report() {
  echo "$folder/single-run/target/surefire-reports/TEST-com.acme.time.AllIsReadyTest.xml"
}

# Every row bears its name in Surefire's XML.
full_run() {
  build single-run "$@" verify && holds "$(report)" \
    'name="TimeService: unit-tests" classname="com.acme.time.AllIsReadyTest"' \
    'name="TimeService: integration-tests" classname="com.acme.time.AllIsReadyTest"'
}

# The readiness class alone: the results that other test classes could change are skipped, the run is incomplete, which is
# the one failure, and the ledger of the full run, which still lies there, is no evidence. Names on the console and in XML.
readiness_alone() {
  build single-run "$@" test -Dtest=AllIsReadyTest && return 1
  holds "$log" \
    'AllIsReadyTest.codebase: run-complete' \
    'TimeService  tests-assert       met' \
    'run incomplete: 2 of 2 test classes have not run yet: TimeServiceIntegrationTest, TimeServiceTest' &&
    holds "$(report)" 'name="TimeService: unit-tests"' 'name="TimeService: integration-tests"' \
      'name="codebase: run-complete"' &&
    [ "$(grep -c '<testcase name="codebase: run-complete"' "$(report)")" -eq 1 ] &&
    [ "$(grep -c '<failure' "$(report)")" -eq 1 ]
}

# A violation is no flake: run again it fails again, in either line of Surefire.
not_a_flake() {
  build single-run "$@" test -Dtest=AllIsReadyTest -Dsurefire.rerunFailingTestsCount=1 && return 1
  holds "$log" 'Tests run: 5, Failures: 1, Errors: 0, Skipped: 2'
}

try() {
  local junit=$1 surefire=$2 jdk=$3 home=$4 project
  local on="on JUnit $junit, Surefire $surefire, JDK $jdk"
  local -a tools=("$junit" "$surefire" "$home")
  fresh single-run
  full_run "${tools[@]}"
  tell "single-run $on" $?
  readiness_alone "${tools[@]}"
  tell "single-run, -Dtest= the readiness class alone, $on" $?
  not_a_flake "${tools[@]}"
  tell "single-run, the same with reruns, $on" $?
  build single-run "${tools[@]}" test -Dtest=TimeServiceTest
  tell "single-run, -Dtest= one other class alone, $on" $?
  build single-run "${tools[@]}" -o clean verify
  tell "single-run, offline, $on" $?
  for project in single-run-parallel mixed; do
    fresh "$project"
    build "$project" "${tools[@]}" verify
    tell "$project $on" $?
  done
  # With class files of that JDK, which the project's own libraries cannot read.
  fresh old-libraries
  build old-libraries "${tools[@]}" verify -Dmaven.compiler.release="$jdk"
  tell "old-libraries $on" $?
}

# The user's own JUnit wins, with junit-bom and without, with Andon behind JUnit and before it.
choose() {
  local junit=$1 bom ours
  for bom in "" -Dbom; do
    for ours in "" -Dours=first; do
      fresh versions
      build versions "$junit" 3.6.1 "$JDK17" test ${bom:+"$bom"} ${ours:+"$ours"}
      tell "versions on JUnit $junit ${bom:--no-bom} ${ours:--Dours=last}" $?
    done
  done
}

# A violation is a failed test on every Surefire, on 3.5.3 too, which loses tests whose source is a URI.
violation() {
  fresh single-run
  rm "$folder"/single-run/src/test/java/com/acme/time/TimeServiceIntegrationTest.java
  build single-run 6.1.3 "$1" "$JDK17" test && return 1
  holds "$log" 'Tests run: 7, Failures: 1' 'no integration test reaches it'
}

odd_folders() {
  local version
  for version in 3.9.11 4.0.0-rc-5; do
    odd_folder "$version"
    tell "single-run on Maven $version, in an odd folder" $?
  done
}

violations() {
  local surefire
  for surefire in 3.5.3 3.5.6 3.6.1; do
    violation "$surefire"
    tell "single-run, a violation, on Surefire $surefire" $?
  done
}

# rows WHICH JDK HOME SUREFIRE: every JUnit with every Surefire; in the corners the oldest and the newest with that one.
rows() {
  local junit surefire
  local -a junits=(5.12.2 5.14.4 6.1.3) surefires=(3.5.6 3.6.1)
  if [ "$1" = corners ]; then
    junits=(5.12.2 6.1.3)
    surefires=("$4")
  fi
  for junit in "${junits[@]}"; do
    for surefire in "${surefires[@]}"; do
      try "$junit" "$surefire" "$2" "$3"
    done
  done
}

on_17() {
  rows "$1" 17 "$JDK17" 3.5.6
  choose 5.12.2
  odd_folders
}

on_25() {
  violations
  rows "$1" 25 "$JDK25" 3.6.1
  choose 6.1.3
}

# lane NAME ROWS: runs these rows in a folder of their own; fails when one of them did.
lane() {
  folder=target/matrix/$1
  log=$(mktemp)
  trap 'rm -f "$log"' EXIT
  passed=0
  failed=0
  "$1" "$2"
  echo "$1: $passed passed, $failed failed"
  [ "$passed" -gt 0 ] && [ "$failed" -eq 0 ]
}

if [ ! -f target/andon-junit-0.1.0-SNAPSHOT.jar ]; then
  echo "build first: mvn install" >&2
  exit 2
fi
lane on_17 "${1:-full}" &
first=$!
lane on_25 "${1:-full}"
second=$?
wait "$first" && [ "$second" -eq 0 ]
