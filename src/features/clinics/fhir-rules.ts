import type { Day } from '../../kernel/day.ts'
import { averageOf } from './average-rules.ts'
import { bmiOf } from './band-rules.ts'
import { contextOf, glucoseContextWords, type Reading, type ReadingPart } from './part-schema.ts'
import { isDangerousGlucose, isDangerousPressure, type Pressure } from './reading-rules.ts'

// A clinic day as a FHIR R4 transaction: each entry is created unless the receiver has one of that identifier, so that the
// same day handed over twice is there once. LOINC codes, UCUM units.

/** Somebody at a clinic day, as the institution may know them. */
export type BundlePerson = {
  readonly attendanceId: string
  /** The same for one person at one institution, another at another. */
  readonly pseudonym: string
  readonly sex: 'male' | 'female' | 'unknown'
  readonly birthDate: Day | null
  /** Under their name; null: under the pseudonym alone. */
  readonly identity: { readonly name: string; readonly phone: string | null } | null
  readonly reading: Reading
  /** When each part was saved, and in which version. */
  readonly saved: Partial<Record<ReadingPart, { readonly at: string; readonly version: number }>>
}

export type BundleFacts = {
  readonly serviceId: string
  readonly madeAt: string
  readonly day: Day
  readonly institution: { readonly id: string; readonly name: string } | null
  readonly people: readonly BundlePerson[]
  /** A UUID that is always the same for a text. */
  readonly idOf: (text: string) => string
}

const loinc = 'http://loinc.org'
const ucum = 'http://unitsofmeasure.org'
const ours = 'urn:nuanyang:fhir'

type Coding = { readonly code: string; readonly display: string }
const loincOf = ({ code, display }: Coding) => ({ system: loinc, code, display })

const codes = {
  pressurePanel: { code: '85354-9', display: 'Blood pressure panel with all children optional' },
  systolic: { code: '8480-6', display: 'Systolic blood pressure' },
  diastolic: { code: '8462-4', display: 'Diastolic blood pressure' },
  pulse: { code: '8867-4', display: 'Heart rate' },
  oxygen: { code: '2708-6', display: 'Oxygen saturation in Arterial blood' },
  oxygenByPulse: { code: '59408-5', display: 'Oxygen saturation in Arterial blood by Pulse oximetry' },
  temperature: { code: '8310-5', display: 'Body temperature' },
  weight: { code: '29463-7', display: 'Body weight' },
  height: { code: '8302-2', display: 'Body height' },
  bmi: { code: '39156-5', display: 'Body mass index (BMI) [Ratio]' },
  waist: { code: '8280-0', display: 'Waist Circumference at umbilicus by Tape measure' },
  // The meter's code in mmol/L. It says nothing of meals: the moment goes beside it.
  glucose: { code: '14743-9', display: 'Glucose [Moles/volume] in Capillary blood by Glucometer' },
} as const satisfies Record<string, Coding>

const quantity = (value: number, unit: string, code: string) => ({ value, unit, system: ucum, code })
/** Two digits after the point: finer than any limit, so none is reached by it. */
export const toHundredths = (value: number): number => Math.round(value * 100) / 100

/** What one observation is about beside what all have. */
type Measured = {
  readonly part: ReadingPart
  /** Names it among the observations of one person. */
  readonly key: string
  readonly coding: readonly Coding[]
  readonly body: object
  readonly danger?: 'HH' | 'LL' | undefined
  readonly note?: string
  readonly from?: readonly string[]
}

const pressureBody = ({ systolic, diastolic }: Pressure) => ({
  component: [
    { code: { coding: [loincOf(codes.systolic)] }, valueQuantity: quantity(toHundredths(systolic), 'mmHg', 'mm[Hg]') },
    { code: { coding: [loincOf(codes.diastolic)] }, valueQuantity: quantity(toHundredths(diastolic), 'mmHg', 'mm[Hg]') },
  ],
})

function pressuresMeasured({ pressures }: Reading): Measured[] {
  const average = averageOf(pressures)
  const [first] = pressures
  if (average === undefined || first === undefined) return []
  const one = (pressure: Pressure, key: string, more: Partial<Measured> = {}): Measured => ({
    part: 'pressure',
    key,
    coding: [codes.pressurePanel],
    body: pressureBody(pressure),
    danger: isDangerousPressure(pressure) ? 'HH' : undefined,
    ...more,
  })
  if (pressures.length === 1) return [one(first, 'pressure', { note: '只量了一次' })]
  const singles = pressures.map((pressure, at) => one(pressure, `pressure-${at + 1}`, { note: `第 ${at + 1} 次测量` }))
  return [...singles, one(average, 'pressure', { note: `${pressures.length} 次测量的平均`, from: singles.map(({ key }) => key) })]
}

function glucoseMeasured({ glucoseMmol, glucoseWritten, glucoseContext }: Reading): Measured[] {
  if (glucoseMmol === null) return []
  const context = contextOf(glucoseContext)
  return [
    {
      part: 'glucose',
      key: 'glucose',
      coding: [codes.glucose],
      body: {
        valueQuantity: quantity(toHundredths(glucoseMmol), 'mmol/L', 'mmol/L'),
        ...(context === undefined
          ? {}
          : {
              component: [
                {
                  code: {
                    coding: [
                      { system: `${ours}:observation`, code: 'glucose-context', display: 'Moment of a glucose in relation to meals' },
                    ],
                  },
                  valueCodeableConcept: {
                    coding: [{ system: `${ours}:glucose-context`, code: context.replace('_', '-') }],
                    text: glucoseContextWords[context].zh,
                  },
                },
              ],
            }),
      },
      danger: isDangerousGlucose(glucoseMmol) ? (glucoseMmol <= 3.9 ? 'LL' : 'HH') : undefined,
      ...(glucoseWritten?.includes('mg/dL') === true ? { note: `仪器读数 ${glucoseWritten}` } : {}),
    },
  ]
}

const simple = (part: ReadingPart, key: string, coding: readonly Coding[], value: number | null, unit: string, code = unit): Measured[] =>
  value === null ? [] : [{ part, key, coding, body: { valueQuantity: quantity(value, unit, code) } }]

const measuredOf = (reading: Reading): Measured[] => [
  ...pressuresMeasured(reading),
  ...simple('pressure', 'pulse', [codes.pulse], reading.pulse, '次/分', '/min'),
  ...glucoseMeasured(reading),
  ...simple('oxygen', 'oxygen', [codes.oxygen, codes.oxygenByPulse], reading.oxygen, '%'),
  ...simple('temperature', 'temperature', [codes.temperature], reading.temperature, '℃', 'Cel'),
  ...simple('body', 'weight', [codes.weight], reading.weightKg, 'kg'),
  ...simple('body', 'height', [codes.height], reading.heightCm, 'cm'),
  ...simple(
    'body',
    'bmi',
    [codes.bmi],
    reading.weightKg === null || reading.heightCm === null ? null : bmiOf(reading.weightKg, reading.heightCm),
    'kg/m2',
  ),
  ...simple('body', 'waist', [codes.waist], reading.waistCm, 'cm'),
]

const categoryOf = (part: ReadingPart) => (part === 'glucose' ? 'laboratory' : 'vital-signs')

type Resource = { readonly resourceType: string; readonly [field: string]: unknown }
type Entry = {
  readonly fullUrl: string
  readonly resource: Resource
  readonly request: { readonly method: 'POST'; readonly url: string; readonly ifNoneExist: string }
}

function entryOf(id: string, resource: Resource, identifier: { system: string; value: string }): Entry {
  return {
    fullUrl: `urn:uuid:${id}`,
    resource: { ...resource, identifier: [identifier] },
    request: {
      method: 'POST',
      url: resource.resourceType,
      ifNoneExist: `identifier=${encodeURIComponent(`${identifier.system}|${identifier.value}`)}`,
    },
  }
}

/** Under a pseudonym: sex and year of birth, no name. */
function patientOf(person: BundlePerson, id: string): Entry {
  const { sex, birthDate, identity, pseudonym } = person
  const resource = {
    resourceType: 'Patient',
    gender: sex,
    ...(birthDate === null ? {} : { birthDate: identity === null ? birthDate.slice(0, 4) : birthDate }),
    ...(identity === null
      ? {
          meta: {
            tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'PSEUDED', display: 'pseudonymized' }],
          },
        }
      : {
          name: [{ use: 'official', text: identity.name }],
          ...(identity.phone === null ? {} : { telecom: [{ system: 'phone', value: identity.phone }] }),
        }),
  }
  return entryOf(id, resource, { system: `${ours}:pseudonym`, value: pseudonym })
}

function observationsOf(facts: BundleFacts, person: BundlePerson, patientId: string): Entry[] {
  const { idOf, day, institution } = facts
  const idFor = (key: string) => idOf(`observation ${person.attendanceId} ${key}`)
  return measuredOf(person.reading).map((measured) => {
    const saved = person.saved[measured.part]
    const version = saved?.version ?? 1
    const resource = {
      resourceType: 'Observation',
      status: version > 1 ? 'corrected' : 'final',
      category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: categoryOf(measured.part) }] }],
      code: { coding: measured.coding.map(loincOf) },
      subject: { reference: `urn:uuid:${patientId}` },
      effectiveDateTime: saved?.at ?? day,
      issued: saved?.at ?? `${day}T00:00:00+08:00`,
      ...(institution === null ? {} : { performer: [{ reference: `urn:uuid:${idOf(`organisation ${institution.id}`)}` }] }),
      ...measured.body,
      ...(measured.danger === undefined
        ? {}
        : {
            interpretation: [
              { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code: measured.danger }] },
            ],
          }),
      ...(measured.note === undefined ? {} : { note: [{ text: measured.note }] }),
      ...(measured.from === undefined ? {} : { derivedFrom: measured.from.map((key) => ({ reference: `urn:uuid:${idFor(key)}` })) }),
    }
    const value = `${person.attendanceId}-${measured.key}-${version}`
    return entryOf(idFor(measured.key), resource, { system: `${ours}:observation`, value: facts.idOf(value) })
  })
}

/** The observations of a clinic day for the institution that held it. */
export function bundleOf(facts: BundleFacts) {
  const { institution, idOf } = facts
  const organisation =
    institution === null
      ? []
      : [
          entryOf(
            idOf(`organisation ${institution.id}`),
            { resourceType: 'Organization', name: institution.name },
            {
              system: `${ours}:organisation`,
              value: institution.id,
            },
          ),
        ]
  const patients = new Map(facts.people.map((person) => [person.pseudonym, person]))
  const patientIdOf = (person: BundlePerson) => idOf(`patient ${person.pseudonym}`)
  const entries = [
    ...organisation,
    ...[...patients.values()].map((person) => patientOf(person, patientIdOf(person))),
    ...facts.people.flatMap((person) => observationsOf(facts, person, patientIdOf(person))),
  ]
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    identifier: { system: `${ours}:clinic-day`, value: facts.serviceId },
    timestamp: facts.madeAt,
    ...(entries.length === 0 ? {} : { entry: entries }),
  }
}
