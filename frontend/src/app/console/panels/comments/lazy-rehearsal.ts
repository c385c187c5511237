import { ChangeDetectionStrategy, Component, DestroyRef, ViewContainerRef, inject } from '@angular/core';

/** Loads the rehearsal comment box, which most shows do not need. If loading fails, the box is not shown. */
@Component({
  selector: 'app-lazy-rehearsal',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '',
  host: { class: 'hidden' },
})
export class LazyRehearsal {
  constructor() {
    const container = inject(ViewContainerRef);
    const destroyRef = inject(DestroyRef);
    import('./rehearsal-comment').then(
      ({ RehearsalComment }) => destroyRef.destroyed || container.createComponent(RehearsalComment),
      () => undefined,
    );
  }
}
