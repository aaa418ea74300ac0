import { Button } from 'antd'
import { useEffect, useImperativeHandle, useRef, useState, type PointerEvent, type Ref } from 'react'
import { useWords } from '../../web/language/language.tsx'
import { evidenceWords } from './evidence-words.ts'
import style from './evidence.module.css'

type Point = readonly [x: number, y: number]
/** The lines of a signature, as a file when there are any. */
export type Signed = { toFile(name: string): Promise<File | undefined> }

/** A box to sign in with finger, pen or mouse. Whoever works by keyboard signs on paper: it stands in words beside it. */
export function SignaturePad({ ref, onInk }: { ref: Ref<Signed>; onInk: (hasInk: boolean) => void }) {
  const t = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawing = useRef(false)
  const [strokes, setStrokes] = useState<readonly (readonly Point[])[]>([])

  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, strokes)
    onInk(strokes.some((stroke) => stroke.length > 1))
  }, [strokes, onInk])

  useImperativeHandle(ref, () => ({
    toFile: (name) =>
      new Promise((resolve) => {
        if (canvas.current === null || strokes.every((stroke) => stroke.length < 2)) return resolve(undefined)
        canvas.current.toBlob((blob) => resolve(blob === null ? undefined : new File([blob], `${name}.png`, { type: 'image/png' })))
      }),
  }))

  const pointOf = (event: PointerEvent<HTMLCanvasElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    return [event.clientX - box.left, event.clientY - box.top]
  }
  return (
    <>
      <canvas
        ref={canvas}
        className={style['pad']}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          drawing.current = true
          const point = pointOf(event)
          setStrokes((before) => [...before, [point]])
        }}
        onPointerMove={(event) => {
          if (!drawing.current) return
          const point = pointOf(event)
          setStrokes((before) => [...before.slice(0, -1), [...(before.at(-1) ?? []), point]])
        }}
        onPointerUp={() => {
          drawing.current = false
        }}
        onPointerCancel={() => {
          drawing.current = false
        }}
      >
        {t(evidenceWords.pad)}
      </canvas>
      <div className={style['padActs']}>
        <Button size="small" disabled={strokes.length === 0} onClick={() => setStrokes((before) => before.slice(0, -1))}>
          {t(evidenceWords.padUndo)}
        </Button>
        <Button size="small" disabled={strokes.length === 0} onClick={() => setStrokes([])}>
          {t(evidenceWords.padClear)}
        </Button>
      </div>
    </>
  )
}

/** Drawn at twice the size, so that it is sharp on paper. */
const scale = 2

function draw(canvas: HTMLCanvasElement, strokes: readonly (readonly Point[])[]): void {
  const { width, height } = canvas.getBoundingClientRect()
  canvas.width = width * scale
  canvas.height = height * scale
  const pen = canvas.getContext('2d')
  if (pen === null) return
  pen.scale(scale, scale)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.lineWidth = 2.6
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.strokeStyle = '#111'
  for (const stroke of strokes) {
    pen.beginPath()
    for (const [at, [x, y]] of stroke.entries()) {
      if (at === 0) pen.moveTo(x, y)
      else pen.lineTo(x, y)
    }
    pen.stroke()
  }
}
