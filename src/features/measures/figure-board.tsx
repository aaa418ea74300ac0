import { Link } from 'react-router'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { EstimateFigures } from './estimate-figures.tsx'
import { wholeProject } from './figure-address.tsx'
import style from './figure-board.module.css'
import { FigureCards } from './figure-card.tsx'
import { figureWords } from './figure-words.ts'
import { isEmpty, mainFigures } from './main-figures-rules.ts'
import type { ProjectFigures } from './schema.ts'
import type { Scope } from './scope-schema.ts'

/** What a project has come to: its main figures against targets and time, and its estimates apart. */
export function FigureBoard({ shown, scope = wholeProject }: { shown: ProjectFigures; scope?: Scope }) {
  const t = useWords()
  const mayImport = useMay('imports.run')
  const main = mainFigures(shown.figures)
  const hasTargets = main.some((figure) => figure.target !== null)
  return (
    <>
      <Panel title={t(hasTargets ? figureWords.targets : figureWords.mainFigures)}>
        {isEmpty(shown.figures) ? (
          <p>
            {t(figureWords.nothingYet)} {mayImport ? <Link to="/imports">{t(figureWords.toImport)}</Link> : null}
          </p>
        ) : null}
        <FigureCards figures={main} elapsed={shown.elapsedPercent} scope={scope} />
        <p className={style['foot']}>
          {hasTargets ? <span>{t(figureWords.mark)}</span> : null}
          <Link to="/figures">{t(figureWords.allFigures)}</Link>
        </p>
      </Panel>
      <EstimateFigures estimates={shown.estimates} />
      <Unmeasured shown={shown} />
    </>
  )
}

function Unmeasured({ shown: { unmeasured } }: { shown: ProjectFigures }) {
  const t = useWords()
  const { number } = useFormats()
  if (unmeasured.length === 0) return null
  return (
    <Panel title={t(figureWords.unmeasured)}>
      <ul className={style['unmeasured']}>
        {unmeasured.map(({ wording, value, unit }) => (
          <li key={wording}>{t(figureWords.unmeasuredOne, { wording, n: `${number(value)} ${unit ?? ''}` })}</li>
        ))}
      </ul>
    </Panel>
  )
}
