# shellcheck shell=bash
# Finds what this machine has, builds what is stale, starts and stops the server. For ./run and ./test to source.

root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)"
java_wanted=25
node_wanted="22.19"
module="$root/infrastructure/local"
jar="$module/target/tradsessions.jar"
site="$root/webapp/.output/public"
java_stamp="$module/target/.built"
web_stamp="$root/webapp/.output/.built"
logs="$root/target/logs"
server_pid=""
server_address=""

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$*"
  exit 1
}

# The version in a JDK's own "release" file: reading it is quicker than starting it.
jdk_version() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true
}

is_jdk() {
  local version
  [[ -x "$1/bin/java" && -x "$1/bin/javac" ]] || return 1
  version="$(jdk_version "$1")"
  [[ -n "$version" && "$version" -ge "$java_wanted" ]]
}

# Sets $jdk to the home of a JDK that is new enough.
find_jdk() {
  local on_path candidate
  on_path="$(command -v java || true)"
  if [[ -n "$on_path" ]]; then
    on_path="$(dirname -- "$(dirname -- "$(readlink -f -- "$on_path" 2>/dev/null || echo "$on_path")")")"
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" "${JDK_HOME:-}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.jabba/jdk/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* $(toolchain_homes); do
    if [[ -n "$candidate" ]] && is_jdk "$candidate"; then
      jdk="$candidate"
      return
    fi
  done
  die "JDK $java_wanted or later is missing: install one (https://adoptium.net) or point JAVA_HOME at it."
}

toolchain_homes() {
  sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' "$HOME/.m2/toolchains.xml" 2>/dev/null || true
}

need_maven() {
  command -v mvn >/dev/null || die "Maven 3.8.7 or later is missing: https://maven.apache.org/install.html"
}

need_npm() {
  command -v npm >/dev/null || die "Node $node_wanted or later, with npm, is missing: https://nodejs.org"
}

# npm puts node_modules/.bin first, where Linux finds a Node of its own.
need_node() {
  local node version
  node="$root/webapp/node_modules/.bin/node"
  [[ -x "$node" ]] || node="$(command -v node)" || die "Node $node_wanted or later is missing: https://nodejs.org"
  version="$("$node" --version)"
  version="${version#v}"
  if [[ "$(printf '%s\n%s\n' "$node_wanted" "$version" | sort -V | head -n 1)" != "$node_wanted" ]]; then
    die "Node $node_wanted or later is needed, and this is $version: https://nodejs.org"
  fi
}

# maven ARGUMENT...: on the JDK that we found, without the warnings that Maven's own libraries cause there.
maven() {
  (
    cd -- "$root" || exit
    export JAVA_HOME="$jdk"
    export MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
    mvn --batch-mode "$@"
  )
}

# is_stale STAMP FIND-ARGUMENT...: whether the stamp is missing, or find finds something newer.
is_stale() {
  local stamp="$1"
  shift
  [[ ! -f "$stamp" ]] || [[ -n "$(find "$@" -newer "$stamp" -print -quit 2>/dev/null)" ]]
}

java_is_stale() {
  [[ ! -f "$jar" ]] || is_stale "$java_stamp" "$root/pom.xml" "$root"/*/pom.xml "$root"/infrastructure/*/pom.xml \
    "$root"/domain/src/main "$root"/application/src/main "$root"/adapters-*/src/main "$module/src/main" \
    "$root/infrastructure/logging" "$root/infrastructure/security-headers.json"
}

web_is_stale() {
  [[ ! -f "$site/200.html" ]] || is_stale "$web_stamp" \
    "$root"/webapp/{app,i18n,modules,public,nuxt.config.ts,package.json,package-lock.json,tsconfig.json} \
    "$root/adapters-lambda/src/main/resources" "$module/src/main/resources/ie/tradsessions/infrastructure/local/sample" \
    -not -path "$root/webapp/app/types*"
}

packages_are_stale() {
  [[ ! "$root/webapp/node_modules/.package-lock.json" -nt "$root/webapp/package-lock.json" ]]
}

# logged NAME COMMAND...: keeps the output in a file, and shows what matters of it if the command fails.
logged() {
  local log="$logs/$1.log"
  shift
  mkdir -p "$logs"
  if ! "$@" >"$log" 2>&1; then
    # Not the sums of test classes that passed, nor what a program under test logged.
    { grep -E 'ERROR|error|Error|✖' "$log" | grep -v -E 'Errors: 0|^\{' || tail -n 20 "$log"; } | head -n 40 | cut -c 1-300 >&2
    say "Failed; all of it is in $log"
    return 1
  fi
}

# A stamp from before the build: what changes meanwhile is newer.
stamped() {
  local stamp="$1" before
  shift
  before="$(mktemp)"
  if ! "$@"; then
    rm -f -- "$before"
    return 1
  fi
  mv -- "$before" "$stamp"
}

package_java() {
  logged java maven --quiet package -pl infrastructure/local -am -Dmaven.test.skip=true -Dspotless.check.skip=true
}

build_java() {
  java_is_stale || return 0
  need_maven
  say "Building the Java half …"
  rm -f -- "$module"/target/*.aot
  stamped "$java_stamp" package_java
}

install_packages() {
  packages_are_stale || return 0
  need_npm
  say "Fetching the web app's packages …"
  logged packages npm --prefix "$root/webapp" ci --no-audit --no-fund
}

generate_pages() {
  (
    cd -- "$root/webapp" || exit
    export NUXT_API_BASE="$server_address"
    logged pages npm run generate
  )
}

# Its pages are generated with what the API says, so it needs the server, with the samples and nothing else.
build_web() {
  web_is_stale || return 0
  install_packages || return
  need_npm
  need_node
  say "Generating the web app …"
  start_server --port 0 --quiet --store memory || return
  stamped "$web_stamp" generate_pages || return
  stop_server
}

# What the JVM learnt in an earlier run lets it start in half the time. Useless to another JDK, hence the name.
aot_cache() {
  local version
  version="$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$jdk/release" | tr -c 'A-Za-z0-9.+\n-' '_')"
  printf '%s' "$module/target/tradsessions-$version.aot"
}

# Sets $java_command.
find_java_command() {
  local cache
  cache="$(aot_cache)"
  java_command=("$jdk/bin/java" --enable-native-access=ALL-UNNAMED)
  if [[ "$cache" -nt "$jar" ]]; then
    java_command+=("-XX:AOTCache=$cache" -Xlog:aot=off -Xlog:cds=off)
  fi
  java_command+=(-jar "$jar")
}

# A short run in which the JVM sees what there is to learn.
train() {
  local cache path
  cache="$(aot_cache)"
  # A training that failed leaves its configuration behind, and would fail again.
  [[ ! "$cache" -nt "$jar" && ! "$cache.config" -nt "$jar" ]] || return 0
  say "Preparing for quick starts …"
  java_command=("$jdk/bin/java" --enable-native-access=ALL-UNNAMED "-XX:AOTCacheOutput=$cache" -jar "$jar")
  start_with_command --port 0 --store memory --web "$site"
  for path in / /v1/counties '/v1/sessions?q=the' '/v1/sessions?near=53.3,-6.3' /v1/areas/gc7 '/v1/venues?q=bar'; do
    get "$path"
  done
  stop_server
}

# get PATH: from the server, by bash alone.
get() {
  local port="${server_address##*:}"
  (
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n' "$1" >&3
    cat <&3 >/dev/null
  ) 2>/dev/null || true
}

# start_server ARGUMENT...: sets $server_pid and $server_address.
start_server() {
  find_java_command
  start_with_command "$@"
}

start_with_command() {
  local log="$logs/server.log" waited=0
  mkdir -p "$logs"
  # The address of the server before it must not be taken for that of this one.
  : >"$log"
  "${java_command[@]}" "$@" >"$log" 2>&1 &
  server_pid=$!
  until server_address="$(sed -n 's#.*Open  *\(http://localhost:[0-9]*\).*#\1#p' "$log")" && [[ -n "$server_address" ]]; do
    if ! kill -0 "$server_pid" 2>/dev/null || [[ $((waited += 1)) -gt 3000 ]]; then
      say "The server does not start: $(tail -n 1 "$log")"
      return 1
    fi
    sleep 0.1
  done
}

stop_server() {
  [[ -n "$server_pid" ]] || return 0
  kill "$server_pid" 2>/dev/null || true
  wait "$server_pid" 2>/dev/null || true
  server_pid=""
}
