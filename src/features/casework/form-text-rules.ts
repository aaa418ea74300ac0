import type { Words } from '../../kernel/words.ts'
import { formWords } from './case-words.ts'
import type { CaseForm, Goal } from './form-schema.ts'
import type { CaseNeed } from './schema.ts'
import {
  attainmentWords,
  closeReasonWords,
  needDomainWords,
  riskWords,
  satisfactionWords,
  sourceWords,
  urgencyWords,
} from './vocabulary-words.ts'

type Line = { readonly words: Words; readonly text: string }

const joined = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ')

/** From where to where a goal goes, as far as it is said. */
export const fromTo = ({ baseline, target }: Goal): string => [baseline, target].filter((part) => part !== '').join(' → ')

/** What a form says, part by part, in the reader's words. `goals` are those that a closing form speaks of. */
export function linesOf(
  form: CaseForm,
  say: (words: Words) => string,
  goals: readonly Goal[] = [],
  needs: readonly CaseNeed[] = [],
): Line[] {
  switch (form.kind) {
    case 'intake': {
      const { content } = form
      return [
        { words: formWords.source, text: joined([say(sourceWords[content.source]), content.referredBy, content.referredPhone]) },
        { words: formWords.urgency, text: say(urgencyWords[content.urgency]) },
        { words: formWords.appeal, text: content.appeal },
        {
          words: formWords.family,
          text: content.family
            .map((one) =>
              joined([
                one.name,
                one.relation,
                one.age === null ? null : String(one.age),
                one.work,
                one.together ? say(formWords.together) : null,
                one.phone,
              ]),
            )
            .join('\n'),
        },
        { words: formWords.tried, text: content.tried },
        { words: formWords.impression, text: content.impression },
      ]
    }
    case 'assessment': {
      const { content } = form
      return [
        {
          words: formWords.problems,
          text: content.problems
            .toSorted((a, b) => a.priority - b.priority)
            .map((one) => `${one.priority}. ${one.text}`)
            .join('\n'),
        },
        { words: formWords.needs, text: content.needs.map((one) => joined([say(needDomainWords[one.domain]), one.text])).join('\n') },
        { words: formWords.physical, text: content.physical },
        { words: formWords.mental, text: content.mental },
        { words: formWords.social, text: content.social },
        { words: formWords.familySide, text: content.family },
        { words: formWords.economic, text: content.economic },
        { words: formWords.environment, text: content.environment },
        { words: formWords.strengths, text: content.strengths },
        { words: formWords.risk, text: joined([say(riskWords[content.risk]), content.risks]) },
        { words: formWords.theory, text: content.theory },
        { words: formWords.conclusion, text: content.conclusion },
      ]
    }
    case 'plan': {
      const { content } = form
      return [
        { words: formWords.why, text: content.why },
        { words: formWords.overall, text: content.overall },
        {
          words: formWords.goals,
          text: content.goals
            .map((one) =>
              joined([one.text, needs.find((need) => need.id === one.needId)?.statement, one.indicator, fromTo(one), one.deadline]),
            )
            .join('\n'),
        },
        { words: formWords.strategy, text: content.strategy },
        {
          words: formWords.actions,
          text: content.actions.map((one) => joined([one.text, one.who, one.howOften, one.from, one.to])).join('\n'),
        },
        { words: formWords.resources, text: content.resources },
        { words: formWords.duties, text: content.duties },
        { words: formWords.confidentiality, text: content.confidentiality },
      ]
    }
    case 'stage_evaluation':
      return [
        { words: formWords.progress, text: form.content.progress },
        { words: formWords.difficulties, text: form.content.problems },
        { words: formWords.adjustment, text: form.content.adjustment },
      ]
    case 'closing': {
      const { content } = form
      return [
        { words: formWords.closeReason, text: say(closeReasonWords[content.reason]) },
        {
          words: formWords.attained,
          text: content.attained
            .map((one) => joined([goals.find((goal) => goal.id === one.goalId)?.text, one.last, say(attainmentWords[one.level])]))
            .join('\n'),
        },
        { words: formWords.elderWords, text: content.elderWords },
        { words: formWords.satisfaction, text: say(satisfactionWords[content.satisfaction]) },
        { words: formWords.reflection, text: content.reflection },
        { words: formWords.followUp, text: content.followUp },
      ]
    }
    case 'follow_up':
      return [
        { words: formWords.how, text: joined([form.content.on, form.content.how]) },
        { words: formWords.found, text: form.content.found },
        { words: formWords.nextStep, text: form.content.next },
      ]
  }
}
