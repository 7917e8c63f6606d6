import { Component, Suspense, lazy, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
import { FailedPart } from './failed-part';

/**
 * A part of the page that is loaded when it is first shown. Where it cannot be loaded, or fails, the rest of the page
 * stays, and the part says what can be done; `Thử lại` loads it anew, which a bare `lazy` never does.
 */
export function lazyPart<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> {
  // Shared by all places of the part: what was loaded once is there at once the next time.
  let part: LazyExoticComponent<ComponentType<P>> = lazy(load);
  return class LazyPart extends Component<P, { error: unknown }> {
    override state: { error: unknown } = { error: null };

    static getDerivedStateFromError(error: unknown): { error: unknown } {
      return { error: error ?? new Error('unknown') };
    }

    override componentDidCatch(error: unknown): void {
      console.error(error);
      // A failed `lazy` stays failed: the next showing, here or elsewhere, begins anew.
      part = lazy(load);
    }

    override render(): ReactNode {
      const { error } = this.state;
      if (error !== null) return <FailedPart error={error} onRetry={() => this.setState({ error: null })} />;
      const Part = part as ComponentType<P>;
      return (
        <Suspense fallback={null}>
          <Part {...this.props} />
        </Suspense>
      );
    }
  };
}
