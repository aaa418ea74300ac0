import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useDownload } from '../../web/client/download.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { clinicWords } from './clinic-words.ts'
import type { ClinicDay } from './day-schema.ts'
import { bundleOfClinic } from './schema.ts'

/** Hands the day's observations over as FHIR. Nothing for whoever may not. */
export function ClinicExport({ clinic }: { clinic: ClinicDay }) {
  const t = useWords()
  const may = useMay('clinics.export')
  const { run, busy, failure } = useDownload(bundleOfClinic)
  const [reason, setReason] = useState('')
  if (!may || clinic.measured === 0) return null
  const agreed = clinic.people.filter(({ sharing, personId }) => sharing === true && personId !== null).length
  return (
    <Panel title={t(clinicWords.export)}>
      <p>{t(clinicWords.exportAbout)}</p>
      <FailureNote failure={failure} />
      <p>
        <Button icon={<Icon name="download" />} loading={busy} onClick={() => run({ id: clinic.id })}>
          {t(clinicWords.exportPseudonymous)}
        </Button>
      </p>
      {agreed === 0 ? null : (
        <Form layout="vertical" onFinish={() => run({ id: clinic.id, identified: true, reason: reason.trim() })}>
          <Form.Item label={t(clinicWords.exportReason)} htmlFor="identified-reason">
            <Input id="identified-reason" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Form.Item>
          <Button htmlType="submit" disabled={reason.trim().length < 2} loading={busy}>
            {t(clinicWords.exportIdentified, { n: agreed })}
          </Button>
        </Form>
      )}
    </Panel>
  )
}
