import { Component, type ErrorInfo, type ReactNode } from 'react';
import { FailedPart } from '../shared/failed-part';

interface Props {
  children: ReactNode;
}

/**
 * Keeps a fault anywhere on the page from blanking it. Lazy parts have their own (`lazyPart`), so that the rest stays.
 */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error: error ?? new Error('unknown') };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? (
      this.props.children
    ) : (
      <FailedPart error={error} onRetry={() => this.setState({ error: null })} />
    );
  }
}
