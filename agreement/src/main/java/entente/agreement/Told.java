package entente.agreement;

import entente.terms.Period;
import entente.terms.Words;
import java.util.Optional;

/// One thing told to the record. What was told is never changed: it is corrected or retracted by telling something
/// else.
public sealed interface Told {
    /// When the source of it was published.
    Period reported();

    /// The fact that it tells; empty where it only takes one back.
    default Optional<Fact> tells() {
        return switch (this) {
            case Asserted(Fact fact) -> Optional.of(fact);
            case Corrected(var _, Fact fact, var _) -> Optional.of(fact);
            case Retracted _ -> Optional.empty();
        };
    }

    /// A fact told for the first time.
    record Asserted(Fact fact) implements Told {
        @Override
        public Period reported() {
            return fact.reported();
        }
    }

    /// A fact that takes the place of an earlier one, from the day on which the correction was known.
    record Corrected(String of, Fact fact, Words reason) implements Told {
        public Corrected {
            Slug.check(of);
        }

        @Override
        public Period reported() {
            return fact.reported();
        }
    }

    /// An earlier fact withdrawn, from the day on which the retraction was known.
    record Retracted(String of, Words reason, Period reported, Source source) implements Told {
        public Retracted {
            Slug.check(of);
        }
    }
}
