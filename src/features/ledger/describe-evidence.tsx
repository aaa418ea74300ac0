import { App, Checkbox, Form, Input, Radio } from 'antd'
import type { ProjectId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { ConsentFields, type Consent } from './consent-fields.tsx'
import { describeEvidence, facesSchema, type Evidence, type Faces } from './evidence-schema.ts'
import { useNameOf } from './evidence-tile.tsx'
import { evidenceWords, facesWords } from './evidence-words.ts'

type Entry = { title?: string; faces?: Faces; consents?: readonly Consent[]; coversAll?: boolean; publishable?: boolean }
const fields = ['title', 'faces', 'consents', 'coversAll', 'publishable']

/** Says what a photo shows, who agreed to be shown, and whether it may be published. */
export function DescribeEvidence({
  evidence,
  projectId,
  onClose,
}: {
  evidence: Evidence | undefined
  projectId: ProjectId
  onClose: () => void
}) {
  const t = useWords()
  const nameOf = useNameOf()
  const { message } = App.useApp()
  const describing = useDo(describeEvidence)
  const save = ({ title, faces, consents = [], coversAll = false, publishable = false }: Entry) => {
    if (evidence === undefined) return
    describing.run(
      {
        id: evidence.id,
        version: evidence.version,
        title: title === undefined || title.trim() === '' ? null : title,
        faces: faces ?? null,
        consents: consents.map(({ name: _shown, ...consent }) => consent),
        coversAll,
        publishable,
      },
      {
        onDone: () => {
          onClose()
          void message.success(t(evidenceWords.saved))
        },
      },
    )
  }
  return (
    <FormDialog<Entry>
      open={evidence !== undefined}
      of={evidence?.id}
      name="describe-evidence"
      title={evidence === undefined ? '' : t(evidenceWords.describeOf, { name: nameOf(evidence) })}
      action={t(uiWords.save)}
      fields={fields}
      {...(evidence === undefined ? {} : { first: entryOf(evidence) })}
      doing={describing}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="title" label={t(evidenceWords.fieldTitle)}>
        <Input maxLength={80} placeholder={t(evidenceWords.fieldTitleHint)} />
      </Form.Item>
      {evidence?.kind === 'photo' ? (
        <>
          <Form.Item name="faces" label={t(evidenceWords.fieldFaces)}>
            <Radio.Group options={facesSchema.options.map((faces) => ({ value: faces, label: t(facesWords[faces]) }))} />
          </Form.Item>
          <Form.Item<Entry> noStyle shouldUpdate={(before, after) => before.faces !== after.faces}>
            {({ getFieldValue }) => (getFieldValue('faces') === 'recognisable' ? <Consents projectId={projectId} /> : null)}
          </Form.Item>
          <Form.Item name="publishable" valuePropName="checked">
            <Checkbox>{t(evidenceWords.fieldPublishable)}</Checkbox>
          </Form.Item>
        </>
      ) : null}
    </FormDialog>
  )
}

function Consents({ projectId }: { projectId: ProjectId }) {
  const t = useWords()
  return (
    <>
      <Form.Item name="consents" label={t(evidenceWords.fieldConsents)} extra={t(evidenceWords.fieldConsentsAbout)}>
        <ConsentFields projectId={projectId} />
      </Form.Item>
      <Form.Item name="coversAll" valuePropName="checked">
        <Checkbox>{t(evidenceWords.fieldCoversAll)}</Checkbox>
      </Form.Item>
    </>
  )
}

const entryOf = ({ title, faces, consents, coversAll, publishable }: Evidence): Entry => ({
  ...(title === null ? {} : { title }),
  ...(faces === null ? {} : { faces }),
  consents,
  coversAll,
  publishable,
})
