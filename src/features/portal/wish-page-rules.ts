import { toYuan } from '../../kernel/money.ts'
import { sortWords } from '../wishes/wish-words.ts'
import { wishSortSchema } from '../wishes/schema.ts'
import { page, speaker, type View } from './frame-rules.ts'
import { markup, type Html } from './html-rules.ts'
import type { PublicWish } from './portal-schema.ts'
import { portalWords } from './portal-words.ts'

/** The wishes that wait to be claimed, then those that are on their way. Nothing says whose they are. */
export function wishesPage(view: View, wishes: readonly PublicWish[], done: number): string {
  const t = speaker(view)
  const open = wishes.filter(({ state }) => state === 'open')
  const claimed = wishes.filter(({ state }) => state === 'claimed')
  return page(
    view,
    t(portalWords.wishes),
    markup`<p>${t(portalWords.wishesAbout)}</p>
      <h2>${t(portalWords.wishesOpen)}</h2>
      ${open.length === 0 ? markup`<p>${t(portalWords.noWish)}</p>` : listOf(view, open)}
      ${claimed.length === 0 ? undefined : markup`<h2>${t(portalWords.wishesClaimed)}</h2>${listOf(view, claimed)}`}
      ${done === 0 ? undefined : markup`<p>${t(portalWords.wishesDoneCount, { n: done })}</p>`}`,
    'wishes',
  )
}

function listOf(view: View, wishes: readonly PublicWish[]): Html {
  const t = speaker(view)
  return markup`<ul class="list wishes">
    ${wishes.map(({ code, sort, title, about, town, valueFen, state, until }) => {
      const kind = wishSortSchema.safeParse(sort)
      return markup`<li>
        <p><strong>${title}</strong></p>
        ${about === null ? undefined : markup`<p>${about}</p>`}
        <p class="soft">
          ${t(portalWords.wishCode)} <span class="code">${code}</span>${kind.success ? markup` · ${t(sortWords[kind.data])}` : undefined}${town === null ? undefined : markup` · ${town}`}${valueFen === 0 ? undefined : markup` · ${t(portalWords.wishValue, { yuan: toYuan(valueFen) })}`}${state === 'claimed' && until !== null ? markup` · ${t(portalWords.wishUntil, { day: until })}` : undefined}
        </p>
      </li>`
    })}
  </ul>`
}
