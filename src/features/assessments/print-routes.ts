import { canReachInto } from '../../kernel/reach.ts'
import { absent, no } from '../../kernel/verdict.ts'
import { paperFile } from '../../server/paper.ts'
import { route } from '../../server/route.ts'
import { detailFor, fileFor } from '../people/open-routes.ts'
import { sexWords } from '../people/people-words.ts'
import { findProjectDetail } from '../projects/store.ts'
import { printAssessment } from './print-schema.ts'
import { assessmentFor } from './risk-routes.ts'
import { findScale } from './scale-rules.ts'
import { sheetPaper } from './sheet-paper-rules.ts'
import { listTexts } from './store.ts'
import { canUse, withText } from './text-rules.ts'

export const assessmentPrintRoutes = [
  route(printAssessment, async (call) => {
    const { tx, tenantId, input, note } = call
    const file = await fileFor(call, input.personId)
    if (!file.ok) return file
    const project = await findProjectDetail(tx, tenantId, input.projectId)
    if (project === undefined || !canReachInto(call.reach, input.projectId)) return absent({ zh: '这个项目', en: 'project' })
    const scale = findScale(input.scale)
    if (scale === undefined) return absent({ zh: '这张量表', en: 'scale' })
    const text = (await listTexts(tx, tenantId)).find((each) => each.scale === scale.code)
    if (!canUse(scale, text))
      return no('assessments.noText', {
        zh: '这张量表的文字还没有录入，请机构负责人在“量表”里录入并写明许可。',
        en: 'This scale’s text has not been entered yet; the manager does so under “Scales”, with the permission held.',
      })
    const kept = input.id === undefined ? undefined : await assessmentFor(call, input.personId, input.id)
    if (kept !== undefined && !kept.ok) return kept
    const person = await detailFor(call, input.personId)
    note({ details: { scale: scale.code, format: input.format, assessment: input.id ?? null } })
    return paperFile(
      call,
      input.format,
      `${scale.code}-${kept?.value.day ?? 'blank'}`,
      sheetPaper({
        scale: withText(scale, text),
        assessment: kept?.value,
        person: {
          name: person.name,
          sex: person.sex === 'unknown' ? null : sexWords[person.sex],
          age: person.age,
          communityName: person.communityName,
        },
        project: project.name,
        agency: project.agency,
      }),
    )
  }),
]
