import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import type { Words } from '../../kernel/words.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import type { VolunteerFile } from './register-schema.ts'
import { volunteerWords } from './volunteer-words.ts'

type Name = keyof VolunteerFile
export const volunteerFields: readonly Name[] = [
  'number',
  'skills',
  'areas',
  'availability',
  'serviceKinds',
  'familyNumber',
  'joinedOn',
  'vettedOn',
  'vettedUntil',
  'vettedBy',
  'insuredUntil',
  'insurance',
  'agreedOn',
  'risksToldOn',
  'guardianName',
  'guardianRelation',
  'guardianConsentOn',
  'dataConsentOn',
  'endedOn',
  'endReason',
  'note',
]

const two = { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))', gap: '0 16px' } as const

function Part({ title, children }: { title: Words; children: ReactNode }) {
  const t = useWords()
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend style={{ fontWeight: 600, padding: 0, marginBottom: 8 }}>{t(title)}</legend>
      <div style={two}>{children}</div>
    </fieldset>
  )
}

/** The fields of a volunteer's file, in the order in which a worker asks. */
export function VolunteerFields({ withEnd }: { withEnd: boolean }) {
  const t = useWords()
  const text = (name: Name, label: Words, most: number, hint?: Words) => (
    <Form.Item name={name} label={t(label)}>
      <Input maxLength={most} {...(hint === undefined ? {} : { placeholder: t(hint) })} />
    </Form.Item>
  )
  const day = (name: Name, label: Words, hint?: Words) => (
    <Form.Item name={name} label={t(label)} {...(hint === undefined ? {} : { extra: t(hint) })}>
      <DayField />
    </Form.Item>
  )
  return (
    <>
      <Part title={volunteerWords.partWish}>
        {text('skills', volunteerWords.skills, 120, volunteerWords.skillsHint)}
        {text('serviceKinds', volunteerWords.serviceKinds, 120)}
        {text('areas', volunteerWords.areas, 120)}
        {text('availability', volunteerWords.availability, 120, volunteerWords.availabilityHint)}
        {text('number', volunteerWords.number, 30)}
        {text('familyNumber', volunteerWords.familyNumber, 30)}
        {day('joinedOn', volunteerWords.joinedOn)}
      </Part>
      <Part title={volunteerWords.partCheck}>
        {day('vettedOn', volunteerWords.vettedOn)}
        {day('vettedUntil', volunteerWords.vettedUntil)}
        {text('vettedBy', volunteerWords.vettedBy, 40)}
        {day('insuredUntil', volunteerWords.insuredUntil)}
        {text('insurance', volunteerWords.insurance, 80, volunteerWords.insuranceHint)}
        {day('agreedOn', volunteerWords.agreedOn)}
        {day('risksToldOn', volunteerWords.risksToldOn)}
      </Part>
      <Part title={volunteerWords.partMinor}>
        {text('guardianName', volunteerWords.guardianName, 40)}
        {text('guardianRelation', volunteerWords.guardianRelation, 20)}
        {day('guardianConsentOn', volunteerWords.guardianConsentOn, volunteerWords.guardianHint)}
        {day('dataConsentOn', volunteerWords.dataConsentOn)}
      </Part>
      {withEnd ? (
        <Part title={volunteerWords.partEnd}>
          {day('endedOn', volunteerWords.endedOn)}
          {text('endReason', volunteerWords.endReason, 120)}
        </Part>
      ) : null}
      <Form.Item name="note" label={t(volunteerWords.note)}>
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  )
}
