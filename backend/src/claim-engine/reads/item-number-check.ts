import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ApiError, Step } from '../../kernel';
import { readShowRow, rulesOf } from '../../shows';
import { nameableWith } from '../domain/grammar';

/** Checks item numbers before items are added. The caller has checked that the show is visible. */
@Injectable()
export class ItemNumberCheck {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @returns the numbers that no comment can claim
   * @throws ApiError NOT_FOUND
   */
  async unclaimable(showId: string, itemNumbers: readonly string[]): Promise<string[]> {
    const show = await readShowRow(this.dataSource, showId);
    if (show === null) throw ApiError.notFound('show');
    const isNameable = nameableWith(rulesOf(show));
    const unclaimable: string[] = [];
    const step = new Step();
    for (const itemNumber of itemNumbers) {
      if (step.isOver) await step.pause();
      if (!isNameable(itemNumber)) unclaimable.push(itemNumber);
    }
    return unclaimable;
  }
}
