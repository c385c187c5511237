import type { ActInputs, OperatorAct, OperatorActName, UndoableActName } from '@sellary/contracts';
import type { Board, Input } from '../domain/allocation';

/**
 * An operator's act, for performing and for replaying it. Pure: everything depends on the board and the
 * recorded input. A version that a ledger may name never changes; changed behavior gets a new version.
 */
export interface ActDefinition<Name extends OperatorActName> {
  readonly name: Name;
  readonly version: number;
  /** True if the act can be undone. Default: false. */
  undoable?(input: ActInputs[Name]): Name extends UndoableActName ? boolean : false;
  /**
   * Changes the items of the board as the act itself does, before anything is decided. Does nothing on a
   * board that already has the change.
   */
  prepare?(board: Board, input: ActInputs[Name]): void;
  /**
   * Inputs for the decision that the act causes. Default: none.
   * @param earlier finds an act by the seq of its ledger row, for undo
   */
  inputs?(input: ActInputs[Name], board: Board, earlier: EarlierActs): Input[];
  /** Claims that the ledger records again although the act did not change them. */
  restates?(input: ActInputs[Name]): readonly string[];
}

export type EarlierActs = (seq: number) => OperatorAct | undefined;

/**
 * Prepares the board for the act.
 * @returns the inputs of its decision
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
