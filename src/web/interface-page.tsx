import { Input } from 'antd'
import { useState } from 'react'
import { useDescription, type Operation } from './client/description.ts'
import { interfaceWords } from './interface-words.ts'
import { linesOf, typeOf } from './interface-rules.ts'
import style from './interface-page.module.css'
import { useLanguage, useWords } from './language/language.tsx'
import { AskedState } from './ui/asked-state.tsx'
import { Chip } from './ui/chip.tsx'
import { Filter, Filters } from './ui/filters.tsx'
import { Icon } from './ui/icon.tsx'
import { Page, Panel } from './ui/page.tsx'

/** The endpoints of the server, as it describes them itself. */
export function InterfacePage() {
  const t = useWords()
  const asked = useDescription()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const fits = (operation: Operation) =>
    `${operation.operationId} ${operation.summary} ${operation.description}`.toLowerCase().includes(wanted)
  return (
    <Page
      title={t(interfaceWords.title)}
      about={t(interfaceWords.about)}
      actions={
        <a href="/api/openapi.json" download="nuanyang-openapi.json">
          <Icon name="download" /> {t(interfaceWords.raw)}
        </a>
      }
    >
      <Panel>
        <Filters name={t(interfaceWords.find)}>
          <Filter id="find-endpoint" label={t(interfaceWords.find)} wide>
            <Input
              id="find-endpoint"
              allowClear
              prefix={<Icon name="search" size={16} />}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </Filter>
        </Filters>
        <AskedState asked={asked}>
          {(description) => {
            const found = Object.values(description.paths).flatMap(({ post }) => (fits(post) ? [post] : []))
            return (
              <>
                <output>{t(interfaceWords.count, { n: found.length })}</output>
                {[...Map.groupBy(found, (operation) => operation.tags[0] ?? '')].map(([group, operations]) => (
                  <section key={group}>
                    <h2 className={style['group']}>{group}</h2>
                    {operations.map((operation) => (
                      <Endpoint key={operation.operationId} operation={operation} />
                    ))}
                  </section>
                ))}
              </>
            )
          }}
        </AskedState>
      </Panel>
    </Page>
  )
}

const said = (operation: Operation, what: RegExp): string => what.exec(operation.description)?.[1] ?? ''

function Endpoint({ operation }: { operation: Operation }) {
  const t = useWords()
  const { language } = useLanguage()
  const writes = operation.parameters?.some((parameter) => parameter.name === 'Operation-Id') === true
  const summary = language === 'en' ? said(operation, /^(.*?)\. Permission:/) : operation.summary
  return (
    <details className={style['endpoint']}>
      <summary>
        <code>{operation.operationId}</code>{' '}
        <Chip tone={writes ? 'look' : 'calm'}>{t(writes ? interfaceWords.write : interfaceWords.read)}</Chip>
        <span>{summary}</span>
      </summary>
      <dl className={style['facts']}>
        <dt>{t(interfaceWords.address)}</dt>
        <dd>
          <code>POST /api/{operation.operationId}</code>
        </dd>
        <dt>{t(interfaceWords.permission)}</dt>
        <dd>
          <code>{said(operation, /Permission: (\S+)\./)}</code>
        </dd>
        <dt>{t(interfaceWords.trail)}</dt>
        <dd>{said(operation, /(?:Trail|Leaves no trail): (.*?)\.?$/)}</dd>
      </dl>
      <Shape title={t(interfaceWords.input)} content={operation.requestBody.content} />
      <Shape title={t(interfaceWords.output)} content={operation.responses[200].content} />
    </details>
  )
}

function Shape({ title, content }: { title: string; content: Record<string, { schema: Record<string, unknown> }> }) {
  const t = useWords()
  const [media, shape] = Object.entries(content)[0] ?? ['', { schema: {} }]
  const lines = linesOf(shape.schema).map((line, at) => ({ ...line, at }))
  const plain = media === 'application/json' ? t(interfaceWords.nothing) : `${t(interfaceWords.file)} (${media})`
  return (
    <div className={style['shape']}>
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p>{'$ref' in shape.schema ? typeOf(shape.schema) : plain}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t(interfaceWords.field)}</th>
              <th scope="col">{t(interfaceWords.type)}</th>
              <th scope="col">{t(interfaceWords.required)}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.at}>
                <td style={{ paddingLeft: 10 + line.depth * 18 }}>
                  <code>{line.name}</code>
                </td>
                <td>
                  <code>{line.type}</code>
                </td>
                <td>{t(line.required ? interfaceWords.required : interfaceWords.optional)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
