import { ChangeDetectionStrategy, Component } from '@angular/core';

// An `@page` rule applies to the whole document, so each size is a component, whose style is in the document
// only while the component is. With the CSS `page` property, an empty default-size page would come first.

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
