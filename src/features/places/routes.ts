import { absent, no, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { endsBeforeItBegan, wouldEndBefore, wrongDivision } from './division-rules.ts'
import { addPlace, endPlace, listPlaces } from './schema.ts'
import { addDivisions, endDivision, listDivisions } from './store.ts'

export const placeRoutes = [
  route(listPlaces, async ({ tx, tenantId }) => yes({ divisions: await listDivisions(tx, tenantId) })),

  route(addPlace, async ({ tx, tenantId, input, note }) => {
    note({ subject: `place:${input.code}` })
    const wrong = wrongDivision(input, await listDivisions(tx, tenantId))
    if (wrong !== undefined) return wrong
    const added = await addDivisions(tx, tenantId, [{ ...input, validTo: null }])
    return added === 1
      ? yes({})
      : no('place.taken', { zh: '这个区划代码已经有了。', en: 'There is a division of this code already.' }, { field: 'code' })
  }),

  route(endPlace, async ({ tx, tenantId, input, note }) => {
    note({ subject: `place:${input.code}` })
    if (wouldEndBefore(await listDivisions(tx, tenantId), input.code, input.validTo)) return endsBeforeItBegan
    return (await endDivision(tx, tenantId, input.code, input.validTo)) ? yes({}) : absent({ zh: '这个有效的区划', en: 'valid division' })
  }),
]
