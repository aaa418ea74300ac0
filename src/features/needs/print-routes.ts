import { canReachInto } from '../../kernel/reach.ts'
import { absent } from '../../kernel/verdict.ts'
import { paperFile } from '../../server/paper.ts'
import { route } from '../../server/route.ts'
import { detailFor } from '../people/open-routes.ts'
import { sexWords } from '../people/people-words.ts'
import { findProjectDetail } from '../projects/store.ts'
import { needsPaper } from './need-paper-rules.ts'
import { printNeeds } from './print-schema.ts'
import { fileFor } from '../people/open-routes.ts'
import { listOfPerson } from './store.ts'

export const needPrintRoutes = [
  route(printNeeds, async (call) => {
    const { tx, tenantId, input, sealer, actor, today } = call
    const file = await fileFor(call, input.personId)
    if (!file.ok) return file
    const project = await findProjectDetail(tx, tenantId, input.projectId)
    if (project === undefined || !canReachInto(call.reach, input.projectId)) return absent({ zh: '这个项目', en: 'project' })
    const person = await detailFor(call, input.personId)
    const needs = (await listOfPerson(tx, tenantId, input.personId, sealer)).filter((need) => need.projectId === input.projectId)
    return paperFile(
      call,
      input.format,
      `needs-${today}`,
      needsPaper({
        person: {
          name: person.name,
          sex: person.sex === 'unknown' ? null : sexWords[person.sex],
          age: person.age,
          communityName: person.communityName,
          livingWith: person.livingWith,
        },
        needs,
        project: project.name,
        agency: project.agency,
        filledBy: actor.displayName,
        filledOn: today,
      }),
    )
  }),
]
