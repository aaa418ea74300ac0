import type { Cell } from './book-schema.ts'
import type { Reading } from './cell-schema.ts'
import { toSimplified } from './header-rules.ts'
import { halfWidth, isNothing } from './text-cell-rules.ts'

const ticks =
  /^[√✓✔☑✅■●◆★○⭕vV对]+$|^(?:是|有|已|y|yes|true|1|见到|已见|见|同意|到|完成|在家|正常|r|p|ok|符合|享受|属于|见到本人|已见到|已同意|合格|在)$/i
const crosses =
  /^[×✗✘✕✖❌☐□xX╳乂]+$|^(?:否|无|没有|没|不|未|n|no|false|0|未见|未见到|没见到|不同意|未到|不在家|不在|不符合|未见到本人|不是|异常|有问题|不享受|不合格)$/i

const markText = (cell: Cell) => toSimplified(halfWidth(cell.text.slice(0, 30))).replace(/[\s()[\]]/g, '')

/** √ 是 有 Y 1 is yes, × 否 无 N 0 is no. A box that is not ticked is no. */
export function readMark(cell: Cell): Reading<boolean> {
  const text = markText(cell)
  if (crosses.test(text)) return { value: false }
  if (ticks.test(text)) return { value: true }
  return isNothing(cell.text) ? { empty: true } : { fault: 'unreadable' }
}

/** Whether a text is a mark of either kind and nothing else. */
export const isMark = (text: string): boolean => text.length <= 6 && readMark({ text }).value !== undefined

const present = /^(?:出席|出勤|到场|已到|迟到|早退|到课|签到|参加|准时|全勤|补课|迟|早退?|代签|按手印|手印|本人|迟到早退|到会|来)/
const absent = /^(?:缺席|缺勤|请假|未到|旷课|病假|事假|没来|未参加|缺|假|未出席|退出|未来|退组|住院|外出|旷|未签到)/

/** Late and early leavers were there; who asked for leave was not; a blank is an absence. */
export function readPresence(cell: Cell): Reading<'present' | 'absent'> {
  const text = markText(cell)
  if (text === '' || isNothing(cell.text)) return { value: 'absent' }
  // In a roll a circle, a triangle (late) and a signature stand for somebody who came.
  if (absent.test(text) || crosses.test(text)) return { value: 'absent' }
  if (ticks.test(text) || /^[√✓✔]/.test(text) || present.test(text) || /^[△▲◎]$/.test(text)) return { value: 'present' }
  return { fault: 'unreadable' }
}
