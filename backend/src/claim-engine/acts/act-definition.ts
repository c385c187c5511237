import type { ActInputs, OperatorAct, OperatorActName, UndoableActName } from '@sellary/contracts';
import type { Board, Input } from '../domain/allocation';

/**
 * Defines how an operator's act is performed and replayed. It is pure, because everything depends only on the
 * board, the recorded input, and earlier acts. A version that a ledger may refer to never changes. Changed
 * behavior gets a new version.
 */
export interface ActDefinition<Name extends OperatorActName> {
  readonly name: Name;
  readonly version: number;
  /** True if the act can be undone. Default: false. */
  undoable?(input: ActInputs[Name]): Name extends UndoableActName ? boolean : false;
  /**
   * Applies the act's item changes to the board before anything is decided. Does nothing if the board already
   * has them.
   */
  prepare?(board: Board, input: ActInputs[Name]): void;
  /**
   * Inputs for the act's decision. Default: none.
   * @param earlier finds an act by its ledger row's seq, for undo
   */
  inputs?(input: ActInputs[Name], board: Board, earlier: EarlierActs): Input[];
  /** Claims that the ledger records again although the act does not change their status. */
  rerecordedClaimIds?(input: ActInputs[Name]): readonly string[];
}

export type EarlierActs = (seq: number) => OperatorAct | undefined;

/**
 * Prepares the board for the act.
 * @returns the inputs for the act's decision
 */
export function inputsOf<Name extends OperatorActName>(
  act: ActDefinition<Name>,
  input: ActInputs[Name],
  board: Board,
  earlier: EarlierActs = () => undefined,
): Input[] {
  act.prepare?.(board, input);
  return act.inputs?.(input, board, earlier) ?? [];
}
