import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use as install } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useNarrow } from '../../web/ui/narrow.ts'
import style from './breakdown-chart.module.css'

install([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer])

type Point = { readonly name: string; readonly value: number | null; readonly text: string }

const blue = '#0958d9'
const ink = '#48505b'
const rule = '#e3e6eb'

const label = { color: ink, fontFamily: 'inherit', fontSize: 13 }

/** Bars lie, so that names of communities can be read; months go from left to right. One hue: nothing rests on colours. */
const optionsOf = (points: readonly Point[], line: boolean, narrow: boolean) => {
  const names = { type: 'category' as const, data: points.map((point) => point.name), axisLabel: label, axisTick: { show: false } }
  const values = { type: 'value' as const, axisLabel: label, splitLine: { lineStyle: { color: rule } }, minInterval: 1 }
  const data = points.map(({ value, text }) => ({ value, label: { formatter: text } }))
  const shown = { show: true, color: ink, fontFamily: 'inherit', fontSize: 13 }
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    grid: { left: 4, right: line ? 18 : 56, top: line ? 28 : 6, bottom: 4, containLabel: true },
    tooltip: { trigger: 'item' as const, formatter: '{b}', textStyle: label, show: !narrow },
    xAxis: line ? { ...names, boundaryGap: false } : values,
    yAxis: line ? values : { ...names, inverse: true },
    series: line
      ? [
          {
            type: 'line' as const,
            data,
            symbol: 'circle',
            symbolSize: 9,
            lineStyle: { color: blue, width: 2.5 },
            itemStyle: { color: blue },
            label: { ...shown, position: 'top' as const },
          },
        ]
      : [
          {
            type: 'bar' as const,
            data,
            barMaxWidth: 18,
            itemStyle: { color: blue, borderRadius: 2 },
            label: { ...shown, position: 'right' as const },
          },
        ],
  }
}

/** The picture alone: whoever cannot see it has the caption and the table. */
export function DrawnChart({ points, line, onOpen }: { points: readonly Point[]; line: boolean; onOpen: (index: number) => void }) {
  const place = useRef<HTMLDivElement>(null)
  const opening = useRef(onOpen)
  const narrow = useNarrow()
  const height = line ? 260 : 24 + points.length * 28

  useEffect(() => {
    opening.current = onOpen
  }, [onOpen])

  useEffect(() => {
    if (place.current === null) return undefined
    const chart = init(place.current, undefined, { renderer: 'svg' })
    chart.setOption(optionsOf(points, line, narrow))
    chart.on('click', ({ dataIndex }) => opening.current(dataIndex))
    const watcher = new ResizeObserver(() => chart.resize())
    watcher.observe(place.current)
    return () => {
      watcher.disconnect()
      chart.dispose()
    }
  }, [points, line, narrow])

  return <div ref={place} className={style['drawn']} style={{ height }} />
}
