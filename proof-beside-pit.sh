#!/usr/bin/env bash
# Measures a proof beside PIT, in one run, on the integration tests of an example:
#   ./proof-beside-pit.sh shop               by default
#   ./proof-beside-pit.sh checked-handlers   40 handlers of six frameworks
# It needs the command line's jar (`mvn -q -ntp -Pfirst-look install`), and prints seconds for a fault and for a mutant.
set -euo pipefail
cd "$(dirname "$0")"
example=${1:-shop}
case $example in
  shop) packages=com.acme.shop tests='com.acme.shop.*ControllerIT,com.acme.shop.OrderServiceIT' ;;
  checked-handlers) packages=com.acme.library tests='com.acme.library.*IT' ;;
  *) echo "no such example: $example" >&2; exit 2 ;;
esac
jar=$(ls target/andon-junit-*-cli.jar 2>/dev/null | head -1) ||
  { echo "mvn -q -ntp -Pfirst-look install makes the jar first" >&2; exit 2; }
folder=$PWD/target/pit/$example
rm -rf "$folder" && mkdir -p target/pit && cp -r "examples/$example" "$folder" && rm -rf "$folder/target"
plugin='<plugin><groupId>org.pitest</groupId><artifactId>pitest-maven</artifactId><version>1.30.2</version>
<dependencies><dependency><groupId>org.pitest</groupId><artifactId>pitest-junit5-plugin</artifactId><version>1.2.3</version></dependency></dependencies>
<configuration><threads>1</threads><mutators><mutator>RETURNS</mutator><mutator>VOID_METHOD_CALLS</mutator></mutators>
<excludedTestClasses><param>*Readiness*</param></excludedTestClasses><timestampedReports>false</timestampedReports>
<outputFormats><param>XML</param></outputFormats></configuration></plugin>'
awk -v plugin="$plugin" '/<plugins>/ && !done { print; print plugin; done = 1; next } { print }' "examples/$example/pom.xml" > "$folder/pom.xml"
mvn -q -ntp -f "$folder/pom.xml" test-compile

java -jar "$jar" prove "$folder" --kind integration --budget 30m --out "$folder/andon" > "$folder/prove.log" 2>&1 || true
proof=$(find "$folder" -name 'test-proof-integration.json' | head -1)
[ -n "$proof" ] ||
  { cat "$folder/prove.log" >&2; exit 1; }

# PIT mutates what the proof had found to be services.
classes=$(grep -o "\"service\": *\"$packages[^\"]*\"" "$proof" | sed 's/.*"\(com[^"]*\)"/\1/' | sort -u | paste -sd, -)
mvn -B -ntp -f "$folder/pom.xml" org.pitest:pitest-maven:mutationCoverage \
  -DtargetClasses="$classes" -DtargetTests="$tests" > "$folder/pit.log" 2>&1 || { tail -40 "$folder/pit.log" >&2; exit 1; }

number() { grep -o "\"$1\": *[0-9]*" "$proof" | head -1 | grep -o '[0-9]*$'; }
faults=$(grep -oE '"verdict": *"(detected|survived)"' "$proof" | wc -l)
mutations=$folder/target/pit-reports/mutations.xml
mutants=$(grep -o '<mutation ' "$mutations" | wc -l)
covered=$((mutants - $(grep -oE "status=.NO_COVERAGE" "$mutations" | wc -l)))
# PIT writes "1 minutes and 52 seconds", "52 seconds" or "< 1 second".
seconds() { grep -o "$1 : .*" "$folder/pit.log" | tail -1 | awk '{ s = 0; for (i = 2; i <= NF; i++) { if ($i ~ /^minute/) s += 60 * $(i - 1); if ($i ~ /^second/) s += $(i - 1) } print s }'; }
awk -v example="$example" -v faults="$faults" -v start="$(number startMillis)" -v again="$(number controlMillis)" \
  -v with="$(number faultsMillis)" -v needed="$(number neededMillis)" \
  -v mutants="$mutants" -v covered="$covered" -v first="$(seconds 'coverage and dependency analysis')" -v pit="$(seconds 'run mutation analysis')" '
  BEGIN {
    printf "%s\n", example
    printf "proof: start %.1f s, second run %.1f s, %d faults in %.1f s, %.2f s a fault; needed without a fault %.1f s, ratio %.1f\n",
      start / 1000, again / 1000, faults, with / 1000, with / 1000 / faults, needed / 1000, with / needed
    printf "PIT:   coverage %d s, %d mutants, %d of them covered, in %d s, %.2f s a covered mutant\n", first, mutants, covered, pit, pit / covered
    printf "a fault takes %.2f of a covered mutant\n", with / 1000 / faults / (pit / covered)
  }'
