/** One line for each step of long work, a bar within it while it is under way; plain lines where there is no terminal. */
export type ProgressLine = { step(step: string, done?: number, of?: number): void; end(): void }

const width = 30

export function progressLine(to: NodeJS.WriteStream = process.stderr): ProgressLine {
  let current = ''
  let open = false
  const finish = () => {
    if (open) to.write('\n')
    open = false
  }
  return {
    step: (step, done, of) => {
      if (done === undefined || of === undefined || of === 0) {
        finish()
        to.write(`· ${step}\n`)
        current = step
        return
      }
      if (!to.isTTY) {
        if (current !== step) to.write(`· ${step}\n`)
        current = step
        return
      }
      if (current !== step) finish()
      current = step
      const filled = Math.round((done / of) * width)
      to.write(
        `\r· ${step.padEnd(12)} [${'█'.repeat(filled)}${' '.repeat(width - filled)}] ${String(Math.floor((done / of) * 100)).padStart(3)} %`,
      )
      open = true
    },
    end: finish,
  }
}
