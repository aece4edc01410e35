# shellcheck shell=bash
# What the scripts of this folder share. For them to source.

aws_folder="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)"
root="$(cd -- "$aws_folder/../.." && pwd -P)"
region="${AWS_REGION:-${AWS_DEFAULT_REGION:-eu-west-1}}"
dry_run=""

say() { printf '%s\n' "$*" >&2; }

# What is missing or not allowed: nothing has been done.
refuse() {
  printf '%s\n' "$@" >&2
  exit 2
}

die() {
  say "$*"
  exit 1
}

# value_of OPTION REST...: the argument of an option.
value_of() {
  [[ $# -ge 2 && -n "$2" && "$2" != --* ]] || refuse "$1 needs a value. Try --help."
  printf '%s' "$2"
}

unknown() { refuse "Unknown argument: '$1'. Try --help."; }

# needs COMMAND...
needs() {
  local command
  [[ -z "$dry_run" ]] || return 0
  for command in "$@"; do
    command -v "$command" >/dev/null || refuse "$command is missing: install it, and put it on the PATH."
  done
}

needs_credentials() {
  [[ -z "$dry_run" ]] || return 0
  aws sts get-caller-identity --output text >/dev/null 2>&1 \
    || refuse "AWS does not know you: sign in with 'aws sso login' or 'aws configure', or set AWS_PROFILE."
}

check_region() {
  [[ "$region" =~ ^[a-z]{2}(-[a-z]+)+-[0-9]$ ]] || refuse "--region: '$region' is no region; for example eu-west-1"
  export AWS_REGION="$region" AWS_DEFAULT_REGION="$region"
}

check_stack_name() {
  [[ -n "$stack" ]] || refuse "--stack is missing: the name of the stack. Try --help."
  [[ "$stack" =~ ^[A-Za-z][A-Za-z0-9-]{0,127}$ ]] || refuse "--stack: '$stack' is no name of a stack; letters, digits and -, at most 128"
}

# run COMMAND...: with --dry-run it is only shown.
run() {
  if [[ -n "$dry_run" ]]; then
    printf '%s\n' "$(printf '%q ' "$@" | sed 's/ $//')"
  else
    "$@"
  fi
}

# ask QUERY COMMAND...: what AWS answers, as text. With --dry-run the command is shown, and <QUERY> stands for the answer.
ask() {
  local query="$1" answer
  shift
  if [[ -n "$dry_run" ]]; then
    printf '%s\n' "$(printf '%q ' "$@" --query "$query" --output text | sed 's/ $//')" >&3
    printf '<%s>' "$(sed "s/.*OutputKey=='\([A-Za-z]*\)'.*/\1/; s/.*\.//" <<<"$query")"
    return
  fi
  answer="$("$@" --query "$query" --output text)" || return 1
  [[ "$answer" != None ]] || answer=""
  printf '%s' "$answer"
}
exec 3>&1

# stack_output NAME [STACK [REGION]]
stack_output() {
  local name="$1" of="${2:-$stack}" in="${3:-$region}" value
  value="$(ask "Stacks[0].Outputs[?OutputKey=='$name'] | [0].OutputValue" \
    aws cloudformation describe-stacks --stack-name "$of" --region "$in")" || die "There is no stack $of in $in."
  [[ -n "$value" ]] || die "The stack $of has no output $name."
  printf '%s' "$value"
}

# resource_of LOGICAL-ID: what the stack calls its own by that id.
resource_of() {
  ask 'StackResourceDetail.PhysicalResourceId' aws cloudformation describe-stack-resource --stack-name "$stack" --logical-resource-id "$1"
}

# The Environment of a stack of ours: dev, test or prod. Nothing where it has none.
environment_of() {
  ask "Stacks[0].Parameters[?ParameterKey=='Environment'] | [0].ParameterValue" \
    aws cloudformation describe-stacks --stack-name "$1" --region "$region"
}

# A name that says so is enough, whatever the stack says of itself.
refuse_production_name() {
  [[ "$(tr '[:upper:]' '[:lower:]' <<<"$1")" != *prod* ]] || refuse "$1 looks like production, and this is not for production."
}

# typed NAME WHAT: nothing happens before somebody has typed it.
typed() {
  local name="$1" answer=""
  [[ -z "$dry_run" ]] || return 0
  printf '%s\nType %s to go on: ' "$2" "$name" >&2
  read -r answer || true
  [[ "$answer" == "$name" ]] || refuse "Not '$name': nothing was done."
}
