import { ChangeDetectionStrategy, Component, DestroyRef, ViewContainerRef, inject } from '@angular/core';

/** Loads the box for comments of viewers, which most shows do not have. Without a connection, it is absent. */
@Component({
  selector: 'app-late-rehearsal',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '',
  host: { class: 'hidden' },
})
export class LateRehearsal {
  constructor() {
    const place = inject(ViewContainerRef);
    const destroyRef = inject(DestroyRef);
    import('./rehearsal-comment').then(
      ({ RehearsalComment }) => destroyRef.destroyed || place.createComponent(RehearsalComment),
      () => undefined,
    );
  }
}
