import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { respiteWords } from './respite-words.ts'
import type { listCarers, Slot } from './schema.ts'
import { FinishDialog, MoveDialog, UndoDialog, type Step } from './slot-dialogs.tsx'
import { nextStates } from './slot-rules.ts'
import { coverWords, slotStateWords, type SlotState } from './slot-schema.ts'
import type { z } from 'zod'

export type Families = z.output<typeof listCarers.output>['families']

const tones: Record<SlotState, Tone> = {
  asked: 'look',
  offered: 'calm',
  taken: 'calm',
  declined: 'plain',
  cancelled: 'plain',
  done: 'good',
}

const wordsOf = (from: SlotState, to: Step) => {
  if (to === 'asked') return respiteWords.toAsked
  if (to === 'offered') return from === 'taken' ? respiteWords.toOfferedAgain : respiteWords.toOffered
  if (to === 'taken') return respiteWords.toTaken
  return to === 'declined' ? respiteWords.toDeclined : respiteWords.toCancelled
}

/** Slots of respite, each with the steps that it may take. */
export function SlotList({ slots, families, mayWrite }: { slots: readonly Slot[]; families: Families; mayWrite: boolean }) {
  const t = useWords()
  const { day, minutes } = useFormats()
  const [moving, setMoving] = useState<{ slot: Slot; to: Step }>()
  const [finishing, setFinishing] = useState<Slot>()
  const [undoing, setUndoing] = useState<Slot>()
  return (
    <>
      <Entries
        rows={slots}
        keyOf={(slot) => slot.id}
        empty={t(respiteWords.slotsNone)}
        head={(slot) => (
          <>
            <Chip tone={tones[slot.state]}>{t(slotStateWords[slot.state])}</Chip> <b>{slot.carer}</b> {day(slot.wantedOn)}{' '}
            {slot.startsAt?.slice(0, 5)} {slot.minutes === null ? null : minutes(slot.minutes)}
          </>
        )}
        more={(slot) => (
          <>
            {[slot.elder, slot.communityName, slot.need].filter((known) => known !== null).join(' · ')}
            {slot.cover === null ? null : (
              <div>
                {t(respiteWords.cover)} {t(coverWords[slot.cover])} {slot.coverName}
              </div>
            )}
            {slot.steps
              .filter((step) => step.reason !== null && (step.state === 'declined' || step.state === 'cancelled'))
              .slice(-1)
              .map((step) => (
                <div key={step.at}>
                  {t(slotStateWords[step.state])} · {step.reason} · {step.by}
                </div>
              ))}
            {slot.serviceId === null ? null : <Link to={`/services/${slot.serviceId}`}>{t(respiteWords.ledger)}</Link>}
          </>
        )}
        acts={(slot) =>
          mayWrite ? (
            <Buttons>
              {slot.state === 'taken' ? (
                <Button size="small" onClick={() => setFinishing(slot)}>
                  {t(respiteWords.finish)}
                </Button>
              ) : null}
              {slot.state === 'done' ? (
                <Button size="small" type="text" onClick={() => setUndoing(slot)}>
                  {t(respiteWords.undo)}
                </Button>
              ) : null}
              {nextStates(slot.state).flatMap((to) =>
                to === 'done' || (to === 'asked' && slot.state === 'offered')
                  ? []
                  : [
                      <Button
                        key={to}
                        size="small"
                        {...(to === 'cancelled' ? { type: 'text' as const } : {})}
                        onClick={() => setMoving({ slot, to })}
                      >
                        {t(wordsOf(slot.state, to))}
                      </Button>,
                    ],
              )}
            </Buttons>
          ) : null
        }
      />
      <MoveDialog
        moving={moving}
        families={families}
        words={moving === undefined ? respiteWords.saved : wordsOf(moving.slot.state, moving.to)}
        onClose={() => setMoving(undefined)}
      />
      <FinishDialog slot={finishing} onClose={() => setFinishing(undefined)} />
      <UndoDialog slot={undoing} onClose={() => setUndoing(undefined)} />
    </>
  )
}
