import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { pathOf } from '../lib/templates.mjs'

const folder = mkdtempSync(join(tmpdir(), 'scripts-'))
after(() => rmSync(folder, { recursive: true, force: true }))

// Records how it is called, and answers the first pattern that fits: the lines of $ANSWERS are a pattern, a tab, the text.
const fake = `#!/usr/bin/env bash
called="$(basename -- "$0") $*"
printf '%s\\n' "$called" >>"$CALLS"
while IFS=$'\\t' read -r pattern answer; do
  if [[ "$called" =~ $pattern ]]; then
    [[ "$answer" != FAIL* ]] || { printf '%s\\n' "\${answer#FAIL }" >&2; exit 255; }
    printf '%b\\n' "$answer"
    exit
  fi
done <"$ANSWERS"
`
const programs = join(folder, 'programs')
mkdirSync(programs)
for (const name of ['aws', 'sam']) {
  writeFileSync(join(programs, name), fake)
  chmodSync(join(programs, name), 0o755)
}

let runs = 0

/** Runs a script, and says how it ended, what it printed, and what it called. */
function script(name, args, { answers = [], input = '', env = {} } = {}) {
  const here = join(folder, String(++runs))
  mkdirSync(here)
  const calls = join(here, 'calls')
  writeFileSync(calls, '')
  writeFileSync(join(here, 'answers'), answers.map(([pattern, answer]) => `${pattern}\t${answer}\n`).join(''))
  return new Promise((done) => {
    const { AWS_REGION, AWS_DEFAULT_REGION, ...inherited } = process.env
    const child = spawn('bash', [pathOf(name), ...args], {
      cwd: here,
      env: { ...inherited, PATH: `${programs}:${process.env.PATH}`, CALLS: calls, ANSWERS: join(here, 'answers'), ...env },
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (data) => { out += data })
    child.stderr.on('data', (data) => { err += data })
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('close', (status) => done({ status, out, err, here, calls: readFileSync(calls, 'utf8').split('\n').filter(Boolean) }))
  })
}

const scripts = ['backup', 'deploy', 'local-front-end', 'moderator', 'restore-drill', 'site', 'smoke', 'tear-down']
const outputs = [
  ['SiteUrl', 'https://site.example'], ['PublicApiUrl', 'https://public.example'], ['PrivateApiUrl', 'https://private.example'],
  ['UserPoolId', 'pool'], ['UserPoolClientId', 'client'], ['TableName', 'the-table'], ['SiteBucketName', 'the-bucket'],
  ['DistributionId', 'E1'], ['FoldFunctionName', 'the-fold'], ['WebAclArn', 'acl'], ['WebAclMetric', 'metric'], ['CertificateArn', 'certificate'],
  ['EdgeArtifactBucketName', 'edge-bucket'], ['EdgeArtifactKeyArn', 'edge-key'],
].map(([name, value]) => [`OutputKey=='${name}'`, value])

for (const name of scripts) {
  test(`${name} --help says how it is used, and asks nobody`, async () => {
    const { status, out, calls } = await script(name, ['--help'])
    assert.equal(status, 0)
    assert.match(out, new RegExp(`^Usage: infrastructure/aws/${name} `))
    for (const option of ['--dry-run', '--help', '--region']) assert.ok(out.includes(option), option)
    assert.deepEqual(calls, [])
  })

  test(`${name} refuses what it does not know`, async () => {
    const { status, err, calls } = await script(name, ['--nonsense'])
    assert.equal(status, 2)
    assert.match(err, /Unknown argument: '--nonsense'/)
    assert.deepEqual(calls, [])
  })

  test(`${name} knows every option of its usage`, async () => {
    const { out } = await script(name, ['--help'])
    for (const [, option, value] of out.matchAll(/^  (--[a-z-]+)( [A-Z=]+)?  /gm)) {
      const { err } = await script(name, value ? [option] : [option, '--nonsense'])
      assert.match(err, value ? new RegExp(`${option} needs a value`) : /Unknown argument: '--nonsense'/, option)
    }
  })
}

test('sam deploy asks for no name of a stack, and takes none of production', () => {
  const [, name] = readFileSync(pathOf('samconfig.toml'), 'utf8').match(/^\[default\.deploy\.parameters\]\n(?:[^[]*\n)?stack_name = "(.*)"$/m)
  assert.match(name, /-dev$/)
})

const dryRuns = [
  ['deploy', ['--stack', 'mine'], ['sam build', 'sam deploy --stack-name mine', 'Environment=dev', 'lambda invoke', 'site --stack mine', 'local-front-end --stack mine']],
  ['deploy', ['--environment', 'test', '--no-site'], ['sam deploy --stack-name tradsessions-test', 'Environment=test LocalOrigins=']],
  ['deploy', ['--environment', 'prod', '--alarm-mail', 'a@b', '--fallback-mail', 'c@d', '--domain', 'd.example', '--zone', 'Z1'],
    ['edge.yaml --stack-name tradsessions-prod-edge --region us-east-1', 'DomainName=d.example', 'Environment=prod', 'AlarmMail=a@b',
      'edge-alarms.yaml --stack-name tradsessions-prod-edge-alarms --region us-east-1']],
  ['deploy', ['--pipeline', '--repository', 'o/n', '--approval-mail', 'a@b', '--alarm-mail', 'a@b', '--fallback-mail', 'c@d'],
    ['pipeline-edge.yaml', 'pipeline.yaml', 'Repository=o/n', 'ApprovalMail=a@b']],
  ['site', ['--stack', 'mine'], ['aws s3 cp', '/_nuxt', 'immutable', 'no-cache', '/deployments/', 'delete-objects']],
  ['smoke', ['--stack', 'mine'], ['curl', '/v1/health', '/v1/me']],
  ['backup', ['--table', 'mine', 'file.gz'], ['run backup --store aws --table mine file.gz']],
  ['backup', ['--stack', 'mine', '--on-demand'], ['aws backup start-backup-job']],
  ['restore-drill', ['--table', 'mine'], ['run backup', 'batch-write-item', 'run restore']],
  ['moderator', ['--stack', 'mine', '--email', 'a@b'], ['associate-software-token', 'verify-software-token', 'admin-set-user-mfa-preference', 'admin-user-global-sign-out', 'admin-add-user-to-group']],
  ['local-front-end', ['--stack', 'mine'], ['NUXT_API_BASE=']],
  ['tear-down', ['--stack', 'mine'], ['delete-stack', 'delete-bucket', 'delete-table', 'delete-user-pool', 'delete-secret']],
]
for (const [name, args, wanted] of dryRuns) {
  test(`${name} ${args.join(' ')} --dry-run prints the commands in their order, and runs none`, async () => {
    const { status, out, err, calls, here } = await script(name, [...args, '--dry-run'])
    assert.equal(status, 0, err)
    assert.deepEqual(calls, [])
    assert.ok(!existsSync(join(here, 'file.gz')))
    let from = 0
    for (const one of wanted) {
      const at = out.indexOf(one, from)
      assert.notEqual(at, -1, `${one} is missing, or too early, in:\n${out}`)
      from = at
    }
  })
}

const prod = ['--environment', 'prod']
const pipeline = ['--pipeline', '--repository', 'o/n', '--approval-mail', 'a@b']
const refusals = [
  ['deploy', ['--environment', 'staging'], /'staging'; allowed: dev, test, prod/],
  ['deploy', ['--region', 'Ireland'], /'Ireland' is no region/],
  ['deploy', ['--stack', 'a b'], /no name of a stack/],
  ['deploy', ['--stack', 'x-prod'], /looks like production/],
  ['deploy', ['--domain', 'd.example'], /--domain needs --zone/],
  ['deploy', ['--zone', 'Z1'], /--zone is missing its --domain/],
  ['deploy', ['--parameter', 'nonsense'], /not NAME=VALUE/],
  ['deploy', ['--repository', 'o/n'], /are for --pipeline/],
  ['deploy', prod, /prod needs --alarm-mail/],
  ['deploy', [...prod, '--alarm-mail', 'a@b'], /prod needs --fallback-mail/],
  ['deploy', [...prod, '--alarm-mail', 'a@b', '--fallback-mail', 'a@b'], /another address/],
  ['deploy', ['--pipeline'], /needs --repository/],
  ['deploy', ['--pipeline', '--repository', 'name'], /not OWNER\/NAME/],
  ['deploy', ['--pipeline', '--repository', 'o/n'], /needs --approval-mail/],
  ['deploy', pipeline, /needs --alarm-mail/],
  ['deploy', [...pipeline, '--alarm-mail', 'a@b', '--fallback-mail', 'c@d', '--region', 'us-east-1'], /us-east-1 is the edge's/],
  ['site', [], /--stack is missing/],
  ['site', ['--stack', 's', '--keep-days', 'many'], /no number of days/],
  ['site', ['--stack', 's', '--from', '/nowhere'], /no generated web app/],
  ['smoke', [], /--stack or --site is missing/],
  ['smoke', ['--stack', 's', '--site', 'https://a'], /two ways to say the same/],
  ['smoke', ['--stack', 's', '--local'], /--local is for --site/],
  ['smoke', ['--site', 'http://a.example'], /is not https/],
  ['smoke', ['--site', 'https://a.example', '--local'], /not on this machine/],
  ['backup', ['file'], /--table or --stack is missing/],
  ['backup', ['--table', 't'], /FILE is missing/],
  ['backup', ['--table', 't', 'a', 'b'], /One file is enough/],
  ['backup', ['--table', 't', '--stack', 's', 'a'], /two ways to say the same/],
  ['backup', ['--table', 't', '--on-demand'], /needs --stack/],
  ['backup', ['--stack', 's', '--on-demand', 'a'], /writes no file/],
  ['backup', ['--table', 't', '/'], /is there already/],
  ['restore-drill', [], /--table is missing/],
  ['restore-drill', ['--table', 'tradsessions-Prod-Table'], /looks like production/],
  ['restore-drill', ['--table', 'a/b'], /no name of a table/],
  ['restore-drill', ['--store', 'memory'], /allowed: aws, local/],
  ['restore-drill', ['--store', 'local', '--table', 't'], /--table is for/],
  ['restore-drill', ['--table', 'the', '--data', 'd'], /--data is for/],
  ['restore-drill', ['--store', 'local', '--data', '/nowhere'], /no data in/],
  ['moderator', ['--stack', 's'], /--email is missing/],
  ['moderator', ['--stack', 's', '--email', 'nobody'], /no e-mail address/],
  ['local-front-end', [], /--stack is missing/],
  ['tear-down', [], /--stack is missing/],
  ['tear-down', ['--stack', 'my-prod'], /looks like production/],
]
for (const [name, args, why] of refusals) {
  test(`${name} ${args.join(' ')} is refused before anything is asked`, async () => {
    const { status, err, calls } = await script(name, args)
    assert.equal(status, 2)
    assert.match(err, why)
    assert.deepEqual(calls, [])
  })
}

test('without credentials nothing is done', async () => {
  for (const [name, args] of dryRuns) {
    const { status, err, calls } = await script(name, args, { answers: [['get-caller-identity', 'FAIL no']] })
    assert.equal(status, 2, name)
    assert.match(err, /AWS does not know you/)
    assert.deepEqual(calls, ['aws sts get-caller-identity --output text'])
  }
})

test('without the tools nothing is done', async () => {
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  // What the scripts need besides: everything but aws and sam.
  const { status, err } = await script('deploy', ['--stack', 'mine'], { env: { PATH: `${empty}:/usr/bin:/bin` } })
  assert.equal(status, 2)
  assert.match(err, /^(aws|sam) is missing: install it/)
})

test('production is touched only after its name was typed', async () => {
  const args = [...prod, '--alarm-mail', 'a@b', '--fallback-mail', 'c@d', '--no-site']
  const refused = await script('deploy', args, { answers: outputs, input: 'yes\n' })
  assert.equal(refused.status, 2)
  assert.match(refused.err, /Not 'tradsessions-prod': nothing was done/)
  assert.equal(refused.calls.length, 1)

  const { status, err, calls } = await script('deploy', args, { answers: outputs, input: 'tradsessions-prod\n' })
  assert.equal(status, 0, err)
  const deployed = calls.filter((call) => /deploy /.test(call))
  assert.equal(deployed.length, 3)
  assert.match(deployed[1], /WebAclArn=acl AlarmMail=a@b FallbackMail=c@d/)
  assert.match(deployed[2], /DistributionId=E1 WebAclMetric=metric/)
})

test('a deployment without a snapshot is not done', async () => {
  const { status, err, calls } = await script('deploy', ['--stack', 'mine'], { answers: [...outputs, ['lambda invoke', 'Unhandled']] })
  assert.equal(status, 1)
  assert.match(err, /the-fold failed/)
  assert.ok(!calls.some((call) => call.startsWith('aws s3')))
})

test('an output that is not there ends a script', async () => {
  const { status, err, calls } = await script('deploy', [...prod, '--alarm-mail', 'a@b', '--fallback-mail', 'c@d'],
    { answers: [["OutputKey=='WebAclArn'", 'None']], input: 'tradsessions-prod\n' })
  assert.equal(status, 1)
  assert.match(err, /has no output WebAclArn/)
  assert.ok(!calls.some((call) => call.startsWith('sam deploy')))
})

test('a stack of dev is torn down after its name was typed, and one of another environment never', async () => {
  const ids = ['Table', 'Pool', 'SiteBucket', 'CursorKey'].map((id) => [`--logical-resource-id ${id} `, `the-${id}`])
  const dev = { answers: [["ParameterKey=='Environment'", 'dev'], ...ids, ['list-object-versions', '{}']], input: 'mine\n' }
  const { status, err, calls } = await script('tear-down', ['--stack', 'mine'], dev)
  assert.equal(status, 0, err)
  for (const wanted of ['delete-stack --stack-name mine', 'delete-bucket --bucket the-SiteBucket', 'delete-table --table-name the-Table',
    'delete-user-pool --user-pool-id the-Pool', 'delete-secret --secret-id the-CursorKey']) {
    assert.ok(calls.some((call) => call.includes(wanted)), wanted)
  }
  for (const environment of ['test', 'prod', 'None']) {
    const refused = await script('tear-down', ['--stack', 'mine'], { answers: [["ParameterKey=='Environment'", environment]], input: 'mine\n' })
    assert.equal(refused.status, 2)
    assert.match(refused.err, /this is for dev only/)
    assert.ok(!refused.calls.some((call) => call.includes('delete')))
  }
  const untyped = await script('tear-down', ['--stack', 'mine'], { ...dev, input: 'yes\n' })
  assert.equal(untyped.status, 2)
  assert.ok(!untyped.calls.some((call) => call.includes('delete')))
})

test('the web app is told of the stack, and keeps what else is in its file', async () => {
  const file = join(folder, 'env')
  writeFileSync(file, 'MINE=1\nNUXT_API_BASE=https://old.example\n')
  const { status, err } = await script('local-front-end', ['--stack', 'mine'], { answers: outputs, env: { WEBAPP_ENV: file } })
  assert.equal(status, 0, err)
  assert.deepEqual(readFileSync(file, 'utf8').split('\n'), ['MINE=1', 'NUXT_API_BASE=https://site.example',
    'TRADSESSIONS_PUBLIC_API=https://public.example', 'TRADSESSIONS_PRIVATE_API=https://private.example',
    'TRADSESSIONS_USER_POOL=pool', 'TRADSESSIONS_CLIENT=client', 'TRADSESSIONS_TABLE=the-table', ''])
})

function generated() {
  const from = mkdtempSync(join(folder, 'site-'))
  for (const [name, text] of [['200.html', 'shell'], ['index.html', 'samples'], ['_nuxt/new.js', '1'], ['counties/clare/index.html', 'samples']]) {
    mkdirSync(join(from, name, '..'), { recursive: true })
    writeFileSync(join(from, name), text)
  }
  return from
}

test('the site is uploaded scripts first, and only what no kept deployment lists is removed', async () => {
  const list = (day) => `deployments/2020010${day}T000000Z.json`
  const now = new Date().toISOString().slice(0, 10).replaceAll('-', '')
  // A stand-in for a bucket: what was listed is what is there, with the list of this deployment at its end.
  const there = [list(1), list(2), '200.html', '_nuxt/new.js', '_nuxt/kept.js', '_nuxt/gone.js']
  const aws = `#!/usr/bin/env bash
printf '%s\\n' "aws $*" >>"$CALLS"
case "$*" in
  *describe-stacks*) echo the-bucket ;;
  *"s3 cp"*json*" s3://"*deployments*) echo "$4" | sed 's#s3://the-bucket/##' >name ; cp "$3" list ;;
  *list-objects-v2*) printf '%s' '${JSON.stringify(there)}' | jq --rawfile name name '. + [$name | rtrimstr("\\n")]' ;;
  *"${list(1)} -"*) echo '["_nuxt/gone.js"]' ;;
  *"${list(2)} -"*) echo '["_nuxt/kept.js"]' ;;
  *deployments*" -"*) cat list ;;
  *delete-objects*) file="\${!#}"; cp "\${file#file://}" deleted.json ;;
esac
`
  const bucket = join(folder, 'bucket')
  mkdirSync(bucket)
  writeFileSync(join(bucket, 'aws'), aws)
  chmodSync(join(bucket, 'aws'), 0o755)
  const { status, err, calls, here } = await script('site', ['--stack', 'mine', '--from', generated()], { env: { PATH: `${bucket}:${process.env.PATH}` } })
  assert.equal(status, 0, err)
  const uploads = calls.filter((call) => call.includes('--recursive'))
  assert.match(uploads[0], /_nuxt s3:\/\/the-bucket\/_nuxt .*immutable/)
  assert.match(uploads[1], /no-cache --exclude _nuxt\/\* --exclude index\.html --exclude counties\/\*/)
  assert.deepEqual(JSON.parse(readFileSync(join(here, 'list'))), ['200.html', '_nuxt/new.js'])
  const { Objects } = JSON.parse(readFileSync(join(here, 'deleted.json')))
  assert.deepEqual(Objects.map(({ Key }) => Key).sort(), ['_nuxt/gone.js', list(1)].sort())
  assert.ok(calls.some((call) => call.includes(`deployments/${now}`)))
})

const line = (partition, value) => JSON.stringify({ Item: { p: { S: partition }, s: { S: 'a' }, v: { N: String(value) } } })
const backupOf = (lines) => gzipSync(['{"tradsessions":"backup"}', ...lines, '{"sha256":"…"}', ''].join('\n'))

// Stands in for ./run: the first backup is what was there, the second what is there after the restore.
function program(before, later) {
  const here = mkdtempSync(join(folder, 'run-'))
  writeFileSync(join(here, 'before.gz'), backupOf(before))
  writeFileSync(join(here, 'after.gz'), backupOf(later))
  const file = join(here, 'run')
  writeFileSync(file, `#!/usr/bin/env bash
printf '%s\\n' "run $*" >>"$CALLS"
[[ "$1" != backup ]] || cp "${here}/$(basename -- "$2")" "$2"
`)
  chmodSync(file, 0o755)
  return file
}

const stored = [line('V#1', 1), line('S#1', 1), line('S#2', 2)]
const drill = async (later) => {
  const data = mkdtempSync(join(folder, 'data-'))
  writeFileSync(join(data, 'tradsessions.db'), 'all of it')
  writeFileSync(join(data, 'accounts'), 'who signs in')
  const name = data.slice(data.lastIndexOf('/') + 1)
  const result = await script('restore-drill', ['--store', 'local', '--data', data], { input: `${name}\n`, env: { TRADSESSIONS_RUN: program(stored, later) } })
  return { ...result, data }
}

test('a restore drill compares what is stored, in whatever order it comes', async () => {
  const { status, out, err, calls, data } = await drill([...stored].reverse())
  assert.equal(status, 0, err)
  assert.ok(existsSync(join(data, 'accounts')))
  assert.ok(!existsSync(join(data, 'before-drill')))
  assert.match(out, /2 S\n +1 V/)
  assert.match(err, /Restored: 3 items, the same as before/)
  assert.deepEqual(calls.map((call) => call.split(' ')[1]), ['backup', 'restore', 'backup'])
})

test('a restore drill notices what is missing, and what is not the same', async () => {
  const missing = await drill(stored.slice(1))
  // What was there is all there is, and has to be found again.
  assert.equal(readFileSync(join(missing.data, 'before-drill', 'tradsessions.db'), 'utf8'), 'all of it')
  assert.equal(missing.status, 1)
  assert.match(missing.err, /counts by kind differ/)
  const changed = await drill([...stored.slice(1), line('V#1', 7)])
  assert.equal(changed.status, 1)
  assert.match(changed.err, /not the same items/)
})

test('a restore drill leaves a table of production alone, whatever it is called', async () => {
  for (const [answers, why] of [
    [[['describe-stack-resources', 'innocent'], ["ParameterKey=='Environment'", 'prod']], /belongs to the stack innocent/],
    [[['describe-stack-resources', 'innocent'], ["ParameterKey=='Environment'", 'None']], /not known/],
    [[['describe-stack-resources', 'FAIL you are not allowed to']], /cannot be told/],
  ]) {
    const { status, err, calls } = await script('restore-drill', ['--table', 'the-table'], { answers, input: 'the-table\n', env: { TRADSESSIONS_RUN: program(stored, stored) } })
    assert.notEqual(status, 0)
    assert.match(err, why)
    assert.ok(!calls.some((call) => /^run|batch-write-item/.test(call)))
  }
})

test('a restore drill on AWS deletes item by item, until none is left', async () => {
  const { status, err, calls } = await script('restore-drill', ['--table', 'the-table'], {
    answers: [['describe-stack-resources', 'mine'], ["ParameterKey=='Environment'", 'dev'], ['dynamodb scan', '{"Items":[]}']],
    input: 'the-table\n',
    env: { TRADSESSIONS_RUN: program(stored, stored) },
  })
  assert.equal(status, 0, err)
  assert.ok(calls.some((call) => /scan --table-name the-table .*--consistent-read/.test(call)))
})

const signIn = (answer) => [...outputs, ['initiate-auth', answer], ['associate-software-token', '{"SecretCode":"SECRET"}'], ['verify-software-token', '{"Status":"SUCCESS"}']]
const moderator = ['--stack', 'mine', '--email', 'moya@example.ie']

test('a moderator has a second factor before the group', async () => {
  const { status, err, calls } = await script('moderator', moderator, {
    answers: signIn('{"AuthenticationResult":{"AccessToken":"token"}}'),
    input: 'the password\n123456\n',
  })
  assert.equal(status, 0, err)
  assert.match(err, /otpauth:\/\/totp\/TradSessions:moya%40example\.ie\?secret=SECRET/)
  const steps = calls.filter((call) => call.startsWith('aws cognito-idp')).map((call) => call.split(' ')[2])
  assert.deepEqual(steps, ['initiate-auth', 'associate-software-token', 'verify-software-token', 'admin-set-user-mfa-preference', 'admin-user-global-sign-out', 'admin-add-user-to-group'])
  // What stands in a command, everybody on the machine can read.
  assert.ok(!calls.some((call) => /the password|token"|123456/.test(call)))
})

test('who has a second factor is not given another, and who types no code gets nothing', async () => {
  const has = await script('moderator', moderator, { answers: signIn('{"ChallengeName":"SOFTWARE_TOKEN_MFA"}'), input: 'the password\n' })
  assert.equal(has.status, 0, has.err)
  const steps = has.calls.filter((call) => call.startsWith('aws cognito-idp')).map((call) => call.split(' ')[2])
  assert.deepEqual(steps, ['initiate-auth', 'admin-set-user-mfa-preference', 'admin-user-global-sign-out', 'admin-add-user-to-group'])
  const none = await script('moderator', moderator, { answers: signIn('{"AuthenticationResult":{"AccessToken":"token"}}'), input: 'the password\nabc\n' })
  assert.equal(none.status, 1)
  assert.ok(!none.calls.some((call) => call.includes('admin-')))
})

// A site that answers as it should, but for what a test changes.
const headers = JSON.parse(readFileSync(pathOf('../security-headers.json'), 'utf8')).always
function site(change = {}) {
  const json = (status, body, more = {}) => ({ status, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=60', ...more } })
  const problem = (status) => json(status, { status }, { 'Content-Type': 'application/problem+json' })
  const page = (status) => ({ status, body: '<script src="/_nuxt/a.js">', headers: { ...headers, 'Content-Type': 'text/html', 'Cache-Control': 'no-cache' } })
  const answers = {
    'GET /about': page(200),
    'GET /_nuxt/a.js': { status: 200, body: '1', headers: { 'Cache-Control': 'public, immutable' } },
    'GET /sessions/none': page(200),
    'GET /there/is/no/such/page': page(404),
    'GET /v1/health': json(200, { status: 'ok' }),
    'GET /v1/sessions?limit=1': json(200, { items: [{ id: 'one' }] }),
    'HEAD /v1/sessions?limit=1': json(200, {}),
    'GET /v1/sessions/one': json(200, { id: 'one' }),
    'GET /v1/sessions/none': problem(404),
    'POST /v1/sessions': problem(401),
    'GET /v1/me': problem(401),
    ...change,
  }
  let count = 0
  const server = createServer((request, response) => {
    count++
    const known = answers[`${request.method} ${request.url}`] ?? problem(404)
    // Of several answers each is given once, and the last one again and again.
    const answer = Array.isArray(known) ? (known.length > 1 ? known.shift() : known[0]) : known
    response.writeHead(answer.status, answer.headers)
    response.end(request.method === 'HEAD' ? undefined : answer.body)
  })
  return new Promise((done) => server.listen(0, '127.0.0.1', async () => {
    const result = await script('smoke', ['--local', '--site', `http://127.0.0.1:${server.address().port}`], { env: { SMOKE_PAUSE: '0' } })
    server.close()
    done({ ...result, count })
  }))
}

test('a system that answers as it should passes the smoke test, within 12 requests', async () => {
  const { status, err, count } = await site()
  assert.equal(status, 0, err)
  assert.ok(count <= 12)
})

test('the smoke test waits for the first fold of a new stack, and not for ever', async () => {
  const folding = { status: 503, body: '', headers: {} }
  const folded = { status: 200, body: '{"items":[]}', headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public' } }
  const waited = await site({ 'GET /v1/sessions?limit=1': [folding, folding, folded] })
  assert.equal(waited.status, 0, waited.err)
  const { status, err } = await site({ 'GET /v1/sessions?limit=1': folding })
  assert.equal(status, 1)
  assert.match(err, /GET \/v1\/sessions\?limit=1: status is '503'/)
})

const { 'Content-Security-Policy': policy, ...withoutPolicy } = headers
const html = { 'Content-Type': 'text/html', 'Cache-Control': 'no-cache' }
for (const [what, change, why] of [
  ['without a security header', { 'GET /about': { status: 200, body: '/_nuxt/a.js', headers: { ...withoutPolicy, ...html } } }, /Content-Security-Policy is ''/],
  ['with a cookie on a page', { 'GET /about': { status: 200, body: '/_nuxt/a.js', headers: { ...headers, ...html, 'Set-Cookie': 'a=b' } } }, /Set-Cookie is 'a=b'/],
  ['with scripts that are asked for again', { 'GET /_nuxt/a.js': { status: 200, body: '1', headers: {} } }, /Cache-Control is ''/],
  ['with a page for what is not there', { 'GET /there/is/no/such/page': { status: 200, body: '', headers: {} } }, /status is '200', and should be '404'/],
  ['that is down', { 'GET /v1/health': { status: 503, body: '', headers: {} } }, /GET \/v1\/health: status is '503'/],
  ['that does not answer HEAD', { 'HEAD /v1/sessions?limit=1': { status: 404, body: '', headers: {} } }, /HEAD .*status is '404'/],
  ['that lets nobody in write', { 'POST /v1/sessions': { status: 201, body: '', headers: {} } }, /POST \/v1\/sessions: status is '201'/],
  ['that tells anybody of members', { 'GET /v1/me': { status: 200, body: '', headers: {} } }, /GET \/v1\/me: status is '200'/],
]) {
  test(`a system ${what} does not pass the smoke test`, async () => {
    const { status, err } = await site(change)
    assert.equal(status, 1)
    assert.match(err, why)
  })
}
