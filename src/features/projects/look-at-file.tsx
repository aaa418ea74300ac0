import { Modal, Spin } from 'antd'
import { useFileAddress } from '../../web/client/file-address.ts'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import type { ProjectFile } from './expense-schema.ts'
import { openProjectFile } from './file-schema.ts'

/** A picture, as large as the window lets it be. */
export function LookAtFile({ file, onClose }: { file: ProjectFile; onClose: () => void }) {
  const { address, failure } = useFileAddress(openProjectFile, { id: file.id })
  return (
    <Modal open title={file.fileName} footer={null} width="min(900px, 100vw)" onCancel={onClose}>
      <FailureNote failure={failure} />
      {address === undefined ? (
        failure === null ? (
          <Spin />
        ) : null
      ) : (
        <img src={address} alt={file.fileName} style={{ maxWidth: '100%', display: 'block', margin: '0 auto' }} />
      )}
    </Modal>
  )
}
