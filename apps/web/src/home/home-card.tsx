import { ErrorState, type HomeCardDefinition } from '@dualtrack/ui';
import {
  Component,
  type ComponentType,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  Suspense,
} from 'react';

const loaded = new Map<string, LazyExoticComponent<ComponentType>>();

function cardOf(card: HomeCardDefinition): LazyExoticComponent<ComponentType> {
  const known = loaded.get(card.id);
  if (known) return known;
  const made = lazy(async () => ({ default: (await card.load()).Card }));
  loaded.set(card.id, made);
  return made;
}

// React knows no other way to catch what a part throws than a class.
class CardBoundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <ErrorState error={this.state.error} onRetry={() => this.setState({ error: undefined })} />;
  }
}

/** One card of the home: loaded when it is shown, and when it breaks the others stay. */
export function HomeCard({ card }: { readonly card: HomeCardDefinition }) {
  const Card = cardOf(card);
  return (
    <div className={card.side === undefined ? 'dt-home-card' : `dt-home-card dt-home-${card.side}`}>
      <CardBoundary>
        <Suspense fallback={<span className="dt-home-bone" />}>
          <Card />
        </Suspense>
      </CardBoundary>
    </div>
  );
}
