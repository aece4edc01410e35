# shellcheck shell=bash
# Refuses a mistyped command or option before anything is built. What there is stands in the usage of ./run, which a test
# compares with the program; the program itself checks the rest. For ./run to source.

refuse() {
  printf '%s\n' "$@" >&2
  exit 2
}

# usage_section FROM TO: the lines of the usage after FROM and before TO, each a pattern.
usage_section() {
  usage | sed -n "/$1/,/$2/p"
}

# "--port PORT" and "--empty", "-h" and "--help", one a line.
options_of() {
  sed -n 's/^  \(-[a-zA-Z], \)\{0,1\}\(--[a-z-]*\( [A-Z]*\)\{0,1\}\)  .*/\1\n\2/p' | sed 's/, $//; s/ *$//; /^$/d'
}

# "import FILE...", one a line.
commands_of() {
  sed -n 's/^  \([a-z][a-z-]* \{0,1\}[][A-Z.]*\)  .*/\1/p' | sed 's/ *$//'
}

# entry WORD: the line of the input that begins with this word.
entry() {
  WORD="$1" awk 'ENVIRON["WORD"] != "" && $1 == ENVIRON["WORD"] { print; found = 1; exit } END { exit !found }'
}

# closest WORD CANDIDATE...: the candidate that is most like the word, if one is like it at all.
closest() {
  printf '%s\n' "$@" | awk '
    function least(a, b, c) { return a < b ? (a < c ? a : c) : (b < c ? b : c) }
    function distance(a, b,   i, j, d, cost) {
      for (i = 0; i <= length(a); i++) d[i, 0] = i
      for (j = 0; j <= length(b); j++) d[0, j] = j
      for (i = 1; i <= length(a); i++)
        for (j = 1; j <= length(b); j++) {
          cost = substr(a, i, 1) != substr(b, j, 1)
          d[i, j] = least(d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + cost)
          if (i > 1 && j > 1 && substr(a, i, 1) == substr(b, j - 1, 1) && substr(a, i - 1, 1) == substr(b, j, 1))
            d[i, j] = least(d[i, j], d[i - 2, j - 2] + 1, d[i, j])
        }
      return d[length(a), length(b)]
    }
    NR == 1 { word = tolower(substr($0, 1, 40)); best = length(word) / 2 + 0.5; next }
    { now = distance(word, $0); if (now < best) { best = now; name = $0 } }
    END { print name }'
}

# refuse_unknown WHAT WORD CANDIDATE...
refuse_unknown() {
  local what="$1" word="$2" name
  shift 2
  name="$(closest "$word" "$@")"
  refuse "Unknown $what: '$word'" "${name:+Did you mean '$name'? }Try './run --help'."
}

# check_arguments ARGUMENT...
check_arguments() {
  local all shared commands own names=() options=() argument name value takes command="" synopsis="" operands=() ended="" given=""
  shared="$(usage_section 'With the commands too:' '^Commands:' | options_of)"
  shared+=$'\n'"$(usage | grep -E '^  -[hV], ' | options_of)"
  all="$(usage_section '^Usage:' '^Commands:' | options_of)"
  commands="$(usage_section '^Commands:' '^$' | commands_of)"
  own="$(usage_section '^With verify-token:' '^$' | options_of)"
  while read -r name _; do names+=("$name"); done <<<"$commands"
  while read -r name _; do options+=("$name"); done <<<"$all"

  while [[ $# -gt 0 ]]; do
    argument="$1"
    shift
    if [[ -n "$ended" || "$argument" == - || "$argument" != -* ]]; then
      if [[ -n "$command" ]]; then
        operands+=("$argument")
      elif synopsis="$(entry "$argument" <<<"$commands")"; then
        command="$argument"
        [[ -z "$given" ]] || refuse "$given stands before $command: write options behind the command."
      else
        refuse_unknown command "$argument" "${names[@]}"
      fi
      continue
    fi
    if [[ "$argument" == -- ]]; then
      ended="yes"
      continue
    fi
    name="${argument%%=*}"
    takes="$(entry "$name" <<<"$all"$'\n'"$own")" || refuse_unknown option "$name" "${options[@]}"
    if grep -q -x -F -e "$takes" <<<"$own"; then
      [[ "$command" == verify-token ]] || refuse "Unknown option: '$name'" "It is for ./run verify-token."
    elif [[ "$command" == verify-token && "$takes" == --*" "* ]] \
      || { [[ -n "$command" ]] && ! grep -q -x -F -e "$takes" <<<"$shared"; }; then
      refuse "Unknown option: '$name' of $command" "It is for starting the server. Try './run --help'."
    fi
    given="$name"
    value=""
    if [[ "$takes" != *' '* ]]; then
      [[ "$argument" != *=* ]] || refuse "$name takes no value."
    elif [[ "$argument" == *=* ]]; then
      value="${argument#*=}"
    elif [[ $# -eq 0 || "$1" == --* ]]; then
      refuse "$name needs a value: $takes"
    else
      value="$1"
      shift
    fi
    case "$name" in
      --port)
        [[ "$value" =~ ^[0-9]{1,5}$ && "$((10#$value))" -le 65535 ]] || refuse "--port: a number from 0 to 65535"
        ;;
      --import | --jwks) [[ -e "$value" ]] || refuse "$value: there is no such file" ;;
      --web) [[ -d "$value" ]] || refuse "$value: there is no such folder" ;;
    esac
  done

  case "$synopsis" in
    "") ;;
    *FILE...) [[ ${#operands[@]} -gt 0 ]] || refuse "$command needs a file: ./run $synopsis" ;;
    *'[FILE]') [[ ${#operands[@]} -le 1 ]] || refuse "$command takes one file at most: ./run $synopsis" ;;
    *FILE) [[ ${#operands[@]} -eq 1 ]] || refuse "$command takes one file: ./run $synopsis" ;;
    *) [[ ${#operands[@]} -eq 0 ]] || refuse "$command takes no file: ./run $synopsis" ;;
  esac
  case "$command" in
    import | restore | repair)
      for argument in "${operands[@]}"; do
        [[ -e "$argument" ]] || refuse "$argument: there is no such file"
      done
      ;;
  esac
}
