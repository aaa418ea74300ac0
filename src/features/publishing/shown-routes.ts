import { canReachProject } from '../../kernel/reach.ts'
import { absent, no, yes } from '../../kernel/verdict.ts'
import { route, type Route } from '../../server/route.ts'
import { findProject } from '../measures/project-facts-store.ts'
import { addHost, listHosts, removeHost } from './bulletin-schema.ts'
import * as bulletins from './bulletin-store.ts'
import { listPictures, takeDownPicture } from './picture-schema.ts'
import * as pictures from './picture-store.ts'

const outside = no(
  'bulletins.outside',
  { zh: '这个项目不在您的负责范围内。', en: 'This project is not among yours.' },
  { sort: 'forbidden' },
)

const gone = no('bulletin.pictureGone', { zh: '这张照片已经撤下了。', en: 'This photo was taken down already.' })

/** What a bulletin may show beside its text: photos, and links. */
export const shownRoutes: readonly Route[] = [
  route(listPictures, async ({ tx, tenantId, input, reach }) => {
    const project = await findProject(tx, tenantId, input.projectId)
    if (project === undefined) return absent({ zh: '这个项目', en: 'project' })
    return canReachProject(reach, input.projectId) ? yes(await pictures.listPictures(tx, tenantId, input.projectId, input)) : outside
  }),

  route(takeDownPicture, async ({ tx, tenantId, input, reach, note }) => {
    const found = await bulletins.findBulletin(tx, tenantId, input.id)
    if (found === undefined) return absent({ zh: '这份简报', en: 'bulletin' })
    if (!canReachProject(reach, found.projectId)) return outside
    note({ subject: `bulletin:${input.id}`, reason: input.reason, details: { sha256: input.sha256 } })
    return (await pictures.takeDown(tx, tenantId, input.id, input.sha256)) ? yes({}) : gone
  }),

  route(listHosts, async ({ tx, tenantId }) => yes({ hosts: await bulletins.listHosts(tx, tenantId) })),

  route(addHost, async ({ tx, tenantId, input, actor, note }) => {
    note({ details: { host: input.host } })
    await bulletins.addHost(tx, tenantId, input.host, actor.accountId)
    return yes({})
  }),

  route(removeHost, async ({ tx, tenantId, input, note }) => {
    note({ details: { host: input.host } })
    return (await bulletins.removeHost(tx, tenantId, input.host)) ? yes({}) : absent({ zh: '名单里的这个网站', en: 'site on the list' })
  }),
]
