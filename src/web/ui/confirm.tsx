import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { FailureNote } from './failure-note.tsx'

/** Asks before something that cannot be taken back by a click. Stays open when it fails, and says why. */
export function Confirm({
  open,
  title,
  about,
  action,
  danger = false,
  ready = true,
  doing,
  onConfirm,
  onClose,
  children,
}: {
  open: boolean
  title: string
  about: string
  /** What the button does, in a verb. */
  action: string
  danger?: boolean
  /** Whether all that is asked for below has been given. */
  ready?: boolean
  doing: { readonly busy: boolean; readonly failure: Error | null; again(): void }
  onConfirm: () => void
  onClose: () => void
  children?: ReactNode
}) {
  return (
    <Modal
      open={open}
      title={title}
      okText={action}
      okButtonProps={{ danger, loading: doing.busy, disabled: !ready }}
      onOk={onConfirm}
      onCancel={onClose}
      destroyOnHidden
      width={460}
    >
      <p>{about}</p>
      {children}
      <FailureNote failure={doing.failure} onRetry={doing.again} />
    </Modal>
  )
}
