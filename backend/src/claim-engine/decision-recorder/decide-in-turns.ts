import { Step } from '../../kernel';
import { type Board, type Decision, decideStepwise, type Input, type ShowState } from '../domain/allocation';

/** Decides an act on many comments or claims step by step, so that other callers can run in between. */
export async function decideInTurns(
  board: Board,
  show: ShowState,
  inputs: readonly Input[],
): Promise<Decision[]> {
  const decisions = decideStepwise(board, show, inputs);
  const step = new Step();
  for (;;) {
    const { done, value } = decisions.next();
    if (done === true) return value;
    if (step.isOver) await step.pause();
  }
}
