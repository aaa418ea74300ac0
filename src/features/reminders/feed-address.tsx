import { Alert, App, Button, Input, Modal, Space } from 'antd'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { showFeedAddress, type CalendarFeed } from './calendar-schema.ts'
import { calendarWords } from './calendar-words.ts'

/** A calendar's address, to be copied or opened on this phone. */
export function FeedAddress({
  feed,
  title,
  onClose,
}: {
  feed: CalendarFeed | undefined
  title: (feed: CalendarFeed) => string
  onClose: () => void
}) {
  const t = useWords()
  return (
    <Modal
      open={feed !== undefined}
      title={feed === undefined ? '' : title(feed)}
      footer={<Button onClick={onClose}>{t(uiWords.close)}</Button>}
      onCancel={onClose}
      destroyOnHidden
    >
      {feed === undefined ? null : <Address id={feed.id} />}
    </Modal>
  )
}

function Address({ id }: { id: string }) {
  const t = useWords()
  const { message } = App.useApp()
  const asked = useAsk(showFeedAddress, { id })
  const copy = (address: string) =>
    void navigator.clipboard.writeText(address).then(
      () => message.success(t(calendarWords.copied)),
      () => message.warning(t(calendarWords.notCopied)),
    )
  return (
    <AskedState asked={asked}>
      {({ path }) => {
        const address = `${window.location.origin}${path}`
        return (
          <>
            <Alert type="warning" showIcon title={t(calendarWords.secret)} style={{ marginBottom: 16 }} />
            <label htmlFor="calendar-address">{t(calendarWords.address)}</label>
            <Input.TextArea id="calendar-address" readOnly autoSize value={address} onFocus={(event) => event.target.select()} />
            <Space wrap style={{ marginTop: 12 }}>
              <Button type="primary" onClick={() => copy(address)}>
                {t(calendarWords.copy)}
              </Button>
              <Button href={address.replace(/^https?:/, 'webcal:')}>{t(calendarWords.openHere)}</Button>
            </Space>
          </>
        )
      }}
    </AskedState>
  )
}
