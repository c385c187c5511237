import { ChangeDetectionStrategy, Component } from '@angular/core';

// The size of the paper belongs to the whole document, so each size is a component whose style comes and goes with
// it. A named page would begin with an empty page of the default size.

@Component({
  selector: 'app-a6-pages',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '',
  styles: '@page { size: 105mm 148mm; margin: 0; }',
})
export class A6Pages {}

@Component({
  selector: 'app-roll-pages',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '',
  styles: '@page { size: 62mm 100mm; margin: 0; }',
})
export class RollPages {}

@Component({
  selector: 'app-sheet-pages',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '',
  styles: '@page { size: 210mm 297mm; margin: 0; }',
})
export class SheetPages {}
