// validate.mjs DIR: holds the descriptors of a dataset against validators that others wrote. Reads nothing but that folder
// and this one. Ends with 1 where one refuses.
import { createReadStream, readFileSync } from 'node:fs'
import { join, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import yaml from 'js-yaml'
import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import datapackage from 'datapackage'
import { Table } from 'tableschema'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-cff'

const here = dirname(fileURLToPath(import.meta.url))
const folder = process.argv[2]
const base = 'https://example.org/dataset/'
let refused = 0

const read = name => readFileSync(join(folder, name), 'utf8')
const ours = name => readFileSync(join(here, name), 'utf8')

async function check (what, validate) {
  let faults
  try {
    faults = await validate()
  } catch (error) {
    faults = [String(error.message ?? error).split('\n')[0]]
  }
  console.log((faults.length === 0 ? 'valid    ' : 'REFUSED  ') + what)
  for (const fault of faults.slice(0, 5)) console.log('         - ' + fault)
  if (faults.length > 5) console.log(`         - and ${faults.length - 5} more`)
  refused += faults.length === 0 ? 0 : 1
}

function againstSchema (schema, value) {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  addFormats(ajv)
  const validate = ajv.compile(JSON.parse(schema))
  return validate(value) ? [] : validate.errors.map(e => `${e.instancePath || '/'} ${e.message}`)
}

async function againstShapes (shapes, document) {
  const none = url => { throw new Error('it asks for ' + url + ', and nothing is fetched') }
  // safe: what JSON-LD would drop without a word, such as a misspelled term, is an error.
  const quads = await jsonld.toRDF(document, { base, format: 'application/n-quads', documentLoader: none, safe: true })
  const data = new Store(new Parser({ format: 'N-Quads' }).parse(quads))
  const report = await new SHACLValidator(new Store(new Parser().parse(shapes))).validate(data)
  return report.results.map(r =>
    `${r.focusNode?.value} ${r.path?.value ?? ''}: ${r.message.map(m => m.value).join('; ') || r.sourceConstraintComponent?.value}`)
}

// The library knows version 1 of the standard, where a table had a profile and formats had other names for nothing that we
// use; paths, names, licences, hashes, schemas and keys are the same in both.
async function againstFrictionless (descriptor) {
  const faults = []
  const read = await datapackage.Package.load(descriptor, { basePath: folder })
  if (!read.valid) faults.push(...read.errors.map(e => e.message))
  for (const resource of read.resources) {
    if (!resource.valid) faults.push(...resource.errors.map(e => `${resource.name}: ${e.message}`))
    if (!resource.tabular || resource.descriptor.format !== 'csv') continue
    if (resource.descriptor.compression) {
      await eachPart(resource.descriptor)
      continue
    }
    await resource.table.schema
    await allRows(resource.name, await resource.iter({ stream: true, relations: false, extended: true }))
  }
  return faults
}

// The library unpacks nothing and takes the headers of a second file for a row, so each file is unpacked and read on its own. Its
// version of the standard has times without fractions of a second, unless any will do.
async function eachPart (descriptor) {
  const schema = structuredClone(descriptor.schema)
  for (const field of schema.fields) if (field.type === 'datetime') field.format = 'any'
  for (const path of [descriptor.path].flat()) {
    const table = await Table.load(createReadStream(join(folder, path)).pipe(createGunzip()), { schema, delimiter: ',' })
    await allRows(path, await table.iter({ stream: true, relations: false, extended: true }))
  }
}

function allRows (name, stream) {
  return new Promise((resolve, reject) => {
    stream.on('data', () => {})
    stream.on('end', resolve)
    stream.on('error', e => reject(new Error(`${name}: ${e.errors?.[0]?.message ?? e.message}`)))
  })
}

await check('datapackage.json: the Data Package standard 2.0 (Ajv)', () =>
  againstSchema(ours('datapackage.schema.json'), JSON.parse(read('datapackage.json'))))
await check('datapackage.json and all rows of the CSV tables (Frictionless datapackage)', () =>
  againstFrictionless(JSON.parse(read('datapackage.json'))))
await check('dcat.jsonld: JSON-LD and DCAT-AP-NL 3.0 (jsonld, rdf-validate-shacl)', () =>
  againstShapes(ours('dcat-ap-nl.ttl'), JSON.parse(read('dcat.jsonld'))))
await check('croissant.json: JSON-LD and Croissant 1.1 (jsonld, rdf-validate-shacl)', () =>
  againstShapes(ours('croissant.ttl'), JSON.parse(read('croissant.json'))))
await check('CITATION.cff: Citation File Format 1.2.0 (Ajv)', () =>
  againstSchema(ours('citation.schema.json'), yaml.load(read('CITATION.cff'), { schema: yaml.CORE_SCHEMA })))
await check('CITATION.cff: read for a bibliography (Citation.js)', () => {
  const [citation] = plugins.input.chain(read('CITATION.cff'))
  return citation?.type === 'dataset' && citation.title && citation.author?.length > 0
    ? [] : ['a dataset with title and author was expected, it reads ' + JSON.stringify(citation)]
})
console.log(refused === 0 ? 'All descriptors are valid.' : `${refused} refused.`)
process.exit(refused === 0 ? 0 : 1)
