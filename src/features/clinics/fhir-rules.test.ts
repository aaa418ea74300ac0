import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { glucoseBand } from './band-rules.ts'
import { bundleOf, toHundredths, type BundleFacts, type BundlePerson } from './fhir-rules.ts'
import { fhirFaults } from './fhir-testing.ts'
import { emptyReading, type Reading } from './part-schema.ts'

const person = (reading: Partial<Reading>, more: Partial<BundlePerson> = {}): BundlePerson => ({
  attendanceId: '01930000-0000-7000-8000-000000000001',
  pseudonym: 'a1b2c3',
  sex: 'female',
  birthDate: daySchema.parse('1949-03-08'),
  identity: null,
  reading: { ...emptyReading, ...reading },
  saved: {},
  ...more,
})
const idOf = (text: string) => {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
const facts = (...people: BundlePerson[]): BundleFacts => ({
  serviceId: '01930000-0000-7000-8000-0000000000aa',
  madeAt: '2024-11-05T04:00:00.000Z',
  day: daySchema.parse('2024-11-05'),
  institution: { id: '01930000-0000-7000-8000-0000000000bb', name: '区人民医院' },
  people,
  idOf,
})

const codingSchema = z.object({ system: z.string().optional(), code: z.string() })
const codedSchema = z.object({ coding: z.array(codingSchema) })
const quantitySchema = z.object({ value: z.number(), unit: z.string(), system: z.string(), code: z.string() })
const observationSchema = z.object({
  resourceType: z.literal('Observation'),
  status: z.string(),
  code: codedSchema,
  effectiveDateTime: z.string(),
  valueQuantity: quantitySchema.optional(),
  component: z
    .array(z.object({ code: codedSchema, valueQuantity: quantitySchema.optional(), valueCodeableConcept: codedSchema.optional() }))
    .optional(),
  interpretation: z.array(codedSchema).optional(),
  note: z.array(z.object({ text: z.string() })).optional(),
  derivedFrom: z.array(z.object({ reference: z.string() })).optional(),
})
const observationsIn = (bundle: ReturnType<typeof bundleOf>) =>
  (bundle.entry ?? []).flatMap(({ resource }) => observationSchema.safeParse(resource).data ?? [])
const patientsIn = (bundle: ReturnType<typeof bundleOf>) =>
  (bundle.entry ?? []).filter(({ resource }) => resource.resourceType === 'Patient').map(({ resource }) => JSON.stringify(resource))

const everything: Partial<Reading> = {
  pressures: [
    { systolic: 182, diastolic: 96 },
    { systolic: 170, diastolic: 92 },
    { systolic: 175, diastolic: 94 },
  ],
  pulse: 76,
  glucoseMmol: 122 / 18,
  glucoseWritten: '122 mg/dL',
  glucoseContext: 'after_meal',
  oxygen: 96,
  temperature: 36.6,
  weightKg: 61.4,
  heightCm: 160,
  waistCm: 82,
}

describe('a day’s observations', () => {
  test('are what FHIR’s own schema asks of a bundle', () => {
    const named = person(everything, {
      identity: { name: '王秀云', phone: '13800001709' },
      pseudonym: 'x',
      saved: { glucose: { at: '2024-11-05T02:00:00.000Z', version: 2 } },
    })
    expect(fhirFaults(bundleOf(facts(person(everything), named)))).toEqual([])
    expect(fhirFaults(bundleOf(facts()))).toEqual([])
    expect(fhirFaults(bundleOf({ ...facts(person({ oxygen: 97 }, { birthDate: null })), institution: null }))).toEqual([])
  })

  test('a bundle that is not one is found out', () => {
    const bundle = bundleOf(facts(person(everything)))
    expect(fhirFaults({ ...bundle, type: 'parcel' })).not.toEqual([])
    expect(fhirFaults({ ...bundle, sender: 'somebody' })).not.toEqual([])
  })

  it.each([
    ['8867-4', 76, '/min'],
    ['2708-6', 96, '%'],
    ['8310-5', 36.6, 'Cel'],
    ['29463-7', 61.4, 'kg'],
    ['8302-2', 160, 'cm'],
    ['39156-5', 24, 'kg/m2'],
    ['8280-0', 82, 'cm'],
    ['14743-9', 6.78, 'mmol/L'],
  ])('carry %s as %s %s', (code, value, unit) => {
    const found = observationsIn(bundleOf(facts(person(everything)))).find((one) => one.code.coding[0]?.code === code)
    expect(found?.valueQuantity).toMatchObject({ value, code: unit, system: 'http://unitsofmeasure.org' })
  })

  test('carry a blood pressure as its average, derived from each measurement', () => {
    const panels = observationsIn(bundleOf(facts(person(everything)))).filter((one) => one.code.coding[0]?.code === '85354-9')
    expect(panels).toHaveLength(4)
    const average = panels.find((one) => one.derivedFrom !== undefined)
    expect(average?.derivedFrom).toHaveLength(3)
    expect(average?.component?.map((part) => [part.code.coding[0]?.code, part.valueQuantity?.value, part.valueQuantity?.code])).toEqual([
      ['8480-6', 175.67, 'mm[Hg]'],
      ['8462-4', 94, 'mm[Hg]'],
    ])
    expect(panels.filter((one) => one.interpretation?.[0]?.coding[0]?.code === 'HH')).toHaveLength(1)
  })

  test('carry the moment of a glucose beside the meter’s code, and what the meter showed', () => {
    const found = observationsIn(bundleOf(facts(person(everything)))).find((one) => one.code.coding[0]?.code === '14743-9')
    expect(found?.component?.[0]?.valueCodeableConcept?.coding[0]?.code).toBe('after-meal')
    expect(found?.note?.[0]?.text).toBe('仪器读数 122 mg/dL')
  })

  test('a value that was corrected says so, and what was measured keeps its hour', () => {
    const bundle = bundleOf(facts(person({ oxygen: 97 }, { saved: { oxygen: { at: '2024-11-05T02:00:00.000Z', version: 2 } } })))
    expect(observationsIn(bundle)).toMatchObject([{ status: 'corrected', effectiveDateTime: '2024-11-05T02:00:00.000Z' }])
  })

  test('name nobody who is under a pseudonym, and give the year of birth alone', () => {
    const [patient] = patientsIn(bundleOf(facts(person(everything))))
    expect(patient).toContain('"birthDate":"1949"')
    expect(patient).not.toContain('name')
  })

  test('name whoever agreed to it', () => {
    const [patient] = patientsIn(bundleOf(facts(person(everything, { identity: { name: '王秀云', phone: null } }))))
    expect(patient).toContain('王秀云')
    expect(patient).toContain('"birthDate":"1949-03-08"')
  })
})

test('a glucose in mg/dL is handed over in the band that it was measured in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 18, max: 599 }), fc.constantFrom('fasting', 'after_meal', 'random'), (value, context) => {
      expect(glucoseBand(toHundredths(value / 18), context)).toBe(glucoseBand(value / 18, context))
    }),
  )
})
