import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { send } from '../../web/client/send.ts'
import { LanguageChoice } from '../../web/language/language-choice.tsx'
import { useLanguage } from '../../web/language/language.tsx'
import { DoorPage } from '../../web/shell/door-page.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { verifySheet } from './sheet-schema.ts'
import { sheetWords } from './sheet-words.ts'

const looks = {
  asIssued: { type: 'success', words: sheetWords.good },
  changed: { type: 'warning', words: sheetWords.bad },
  revoked: { type: 'error', words: sheetWords.gone },
} as const

/** Anybody's page: whether a record sheet is as it was issued. Nothing is shown that the sheet does not say. */
export function VerifyPage() {
  const { t, choose, formats } = useLanguage()
  const [first] = useState(() => new URLSearchParams(window.location.search))
  const tenant = first.get('tenant') ?? undefined
  const [typed, setTyped] = useState(first.get('code') ?? '')
  const asked = useQuery({
    queryKey: [verifySheet.name, tenant, typed],
    queryFn: () => send(verifySheet, { code: typed, ...(tenant === undefined ? {} : { tenant }) }, { evenSignedOut: true }),
    enabled: typed !== '',
    retry: false,
    staleTime: 0,
  })
  const found = asked.isFetching ? undefined : asked.data
  const look = (code: string) => (code === typed ? void asked.refetch() : setTyped(code))
  return (
    <DoorPage
      title={t(sheetWords.verify)}
      about={t(sheetWords.verifyAbout)}
      corner={<LanguageChoice onChoose={(language) => void choose(language, true)} />}
    >
      <Form<{ code: string }>
        layout="vertical"
        requiredMark={false}
        initialValues={{ code: first.get('code') ?? '' }}
        onFinish={({ code }) => look(code)}
      >
        <Form.Item name="code" label={t(sheetWords.code)}>
          <Input maxLength={30} size="large" autoComplete="off" spellCheck={false} placeholder={t(sheetWords.codeHint)} />
        </Form.Item>
        <Button type="primary" size="large" block htmlType="submit" loading={asked.isFetching}>
          {t(sheetWords.look)}
        </Button>
      </Form>
      <div aria-live="polite" style={{ marginTop: 16 }}>
        <FailureNote failure={asked.isFetching ? null : asked.error} />
        {found === undefined ? null : (
          <>
            <Alert type={looks[found.state].type} showIcon title={t(looks[found.state].words)} style={{ marginBottom: 16 }} />
            <Facts
              facts={[
                [sheetWords.name, found.name],
                [sheetWords.total, formats.decimal(found.minutes / 60, 1)],
                [sheetWords.times, found.shifts],
                ...(found.merits === 0 ? [] : ([[sheetWords.meritsOn, found.merits]] as const)),
                [
                  sheetWords.period,
                  found.from === null && found.to === null
                    ? t(sheetWords.all)
                    : [found.from ?? '…', found.to ?? found.issuedOn].join(' — '),
                ],
                [sheetWords.issuer, found.issuer],
                [sheetWords.dayIssued, found.issuedOn],
              ]}
            />
          </>
        )}
      </div>
    </DoorPage>
  )
}
