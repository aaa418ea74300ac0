import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use as install, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import style from './breakdown-chart.module.css'

install([BarChart, LineChart, GridComponent, SVGRenderer])

type Point = { readonly name: string; readonly value: number | null; readonly text: string }

const blue = '#0958d9'
const ink = '#48505b'
const rule = '#e3e6eb'

const size = 13
/** Room for the longest name beside its bar; a Chinese character is as wide as it is high. */
const roomFor = (points: readonly Point[]): number => 16 + size * Math.max(4, ...points.map((point) => Math.min(12, point.name.length)))

/** Bars lie, so that names of communities can be read; months go from left to right. One hue: nothing rests on colours. */
const optionsOf = (points: readonly Point[], line: boolean, fontFamily: string) => {
  const label = { color: ink, fontFamily, fontSize: size }
  const names = {
    type: 'category' as const,
    data: points.map((point) => point.name),
    axisLabel: { ...label, width: roomFor(points) - 12, overflow: 'truncate' as const },
    axisTick: { show: false },
  }
  const values = { type: 'value' as const, axisLabel: label, splitLine: { lineStyle: { color: rule } }, minInterval: 1 }
  const data = points.map(({ value, text }) => ({ value, label: { formatter: text } }))
  const shown = { show: true, ...label }
  return {
    animation: false,
    grid: line ? { left: 56, right: 18, top: 28, bottom: 28 } : { left: roomFor(points), right: 56, top: 6, bottom: 26 },
    xAxis: line ? names : values,
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
  const chart = useRef<EChartsType>(undefined)
  const opening = useRef(onOpen)
  const height = line ? 260 : 24 + points.length * 28

  useEffect(() => {
    opening.current = onOpen
  }, [onOpen])

  useEffect(() => {
    if (place.current === null) return undefined
    const made = init(place.current, undefined, { renderer: 'svg' })
    made.on('click', ({ dataIndex }) => opening.current(dataIndex))
    const watcher = new ResizeObserver(() => made.resize())
    watcher.observe(place.current)
    chart.current = made
    return () => {
      watcher.disconnect()
      made.dispose()
    }
  }, [])

  useEffect(() => {
    const fontFamily = place.current === null ? '' : getComputedStyle(place.current).fontFamily
    chart.current?.setOption(optionsOf(points, line, fontFamily), { notMerge: true })
  }, [points, line])

  return <div ref={place} className={style['drawn']} style={{ height }} />
}
