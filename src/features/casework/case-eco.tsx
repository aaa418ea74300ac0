import { useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { caseWords } from './case-words.ts'
import { ecoOf, ringOf, type EcoNode } from './eco-rules.ts'
import type { CaseDetail } from './schema.ts'

const [width, height] = [480, 300]
const lines: Record<EcoNode['tie'], { width: number; dash?: string }> = {
  together: { width: 4 },
  family: { width: 2 },
  met: { width: 2, dash: '6 4' },
  referral: { width: 2, dash: '2 4' },
}

/** 生态图: who and what is around the elder, drawn from what is written. */
export function CaseEco({ found }: { found: CaseDetail }) {
  const t = useWords()
  const nodes = ecoOf(found)
  if (nodes.length === 0) return null
  const places = ringOf(nodes.length, width, height)
  const tieWords = { together: caseWords.ecoTogether, family: caseWords.ecoFamily, met: caseWords.ecoMet, referral: caseWords.ecoReferral }
  const ties = [...new Set(nodes.map((node) => node.tie))]
  return (
    <Panel title={t(caseWords.eco)}>
      <figure style={{ margin: 0 }}>
        <svg viewBox={`0 0 ${width} ${height}`} style={{ width: '100%', maxWidth: 560, display: 'block' }} aria-hidden="true">
          {nodes.map((node, at) => (
            <line
              key={node.key}
              x1={width / 2}
              y1={height / 2}
              x2={places[at]?.x}
              y2={places[at]?.y}
              stroke="#8c96a5"
              strokeWidth={lines[node.tie].width}
              {...(lines[node.tie].dash === undefined ? {} : { strokeDasharray: lines[node.tie].dash })}
            />
          ))}
          <Box x={width / 2} y={height / 2} name={found.person ?? ''} says="" isElder />
          {nodes.map((node, at) => (
            <Box key={node.key} x={places[at]?.x ?? 0} y={places[at]?.y ?? 0} name={node.name} says={node.says} />
          ))}
        </svg>
        <figcaption style={{ color: 'var(--ink-soft)' }}>
          {ties
            .map((tie) =>
              t(tieWords[tie], {
                who: nodes
                  .filter((node) => node.tie === tie)
                  .map((node) => (node.says === '' ? node.name : `${node.name}（${node.says}）`))
                  .join('、'),
              }),
            )
            .join(' ')}
        </figcaption>
      </figure>
    </Panel>
  )
}

function Box({ x, y, name, says, isElder = false }: { x: number; y: number; name: string; says: string; isElder?: boolean }) {
  const short = name.length > 8 ? `${name.slice(0, 7)}…` : name
  return (
    <g>
      <rect
        x={x - 64}
        y={y - 20}
        width={128}
        height={40}
        rx={isElder ? 20 : 6}
        fill={isElder ? '#0958d9' : '#fff'}
        stroke={isElder ? '#0958d9' : '#8c96a5'}
      />
      <text x={x} y={says === '' ? y + 5 : y - 1} textAnchor="middle" fontSize="14" fill={isElder ? '#fff' : '#1f2733'}>
        {short}
      </text>
      {says === '' ? null : (
        <text x={x} y={y + 14} textAnchor="middle" fontSize="11" fill="#4b5563">
          {says.slice(0, 10)}
        </text>
      )}
    </g>
  )
}
