import { Component, type ReactNode } from 'react';

type BoundaryProps = {
  /** Stands in for a screen that broke. `restart` draws the screen again. */
  readonly instead: (detail: string, restart: () => void) => ReactNode;
  readonly children: ReactNode;
};

/** Keeps a bug in one screen from taking the whole window along. A class, because React offers no other way. */
export class BugBoundary extends Component<BoundaryProps, { readonly detail: string | null }> {
  override state: { readonly detail: string | null } = { detail: null };

  static getDerivedStateFromError(error: unknown): { readonly detail: string } {
    return { detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }

  override render(): ReactNode {
    const { detail } = this.state;
    if (detail === null) {
      return this.props.children;
    }
    return this.props.instead(detail, () => {
      this.setState({ detail: null });
    });
  }
}
