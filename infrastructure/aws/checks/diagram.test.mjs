import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { documents, draw, drawing, namesIn, partOf, withDrawing } from '../lib/diagram.mjs'

for (const document of documents) {
  test(`the diagram in ${document.pathname.split('/').at(-1)} is that of the templates`, () => {
    const text = readFileSync(document, 'utf8')
    assert.equal(text, withDrawing(text, drawing()), 'run: npm run diagram')
  })
}

test('what a resource names becomes a line, and within one part none', () => {
  const drawn = draw({
    Table: { Type: 'AWS::DynamoDB::GlobalTable', Properties: {} },
    PublicRole: { Type: 'AWS::IAM::Role', Properties: { Resource: { 'Fn::GetAtt': ['Table', 'Arn'] } } },
    PublicFunction: { Type: 'AWS::Serverless::Function', Properties: { Role: { 'Fn::GetAtt': ['PublicRole', 'Arn'] }, Name: { 'Fn::Sub': '${Table}' } } },
  })
  assert.deepEqual(drawn.split('\n').filter((line) => line.includes('-->')), ['  people([Visitors and members]) --> edge', '  public --> table'])
})

test('names are found in every kind of reference, and nowhere else', () => {
  assert.deepEqual(namesIn([{ Ref: 'A.Alias' }, { 'Fn::GetAtt': ['B', 'Arn'] }, { 'Fn::Sub': '${C.Arn}-${!Literal}' },
    { 'Fn::Sub': ['${D}${E}', { E: { Ref: 'F' } }] }, { Ref_: 'G' }, 'H']), ['A', 'B', 'C', 'D', 'F'])
})

test('a resource that has no place in the diagram is an error', () => {
  assert.throws(() => partOf('Thing', { Type: 'AWS::New::Thing', Properties: {} }), /no place for Thing/)
  assert.throws(() => withDrawing('nothing', ''), /needs the lines/)
})
