package entente.node.web;

import entente.agreement.ClauseId;
import entente.agreement.Fact;
import entente.agreement.Register;
import entente.agreement.Told;
import entente.node.Filed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which entries of the log touch a page.
record Touched(Register register) {
    /// Whether an entry touches an agreement, or the one clause of it where that is not null.
    boolean by(Filed filed, String agreement, @Nullable ClauseId clause) {
        return switch (filed) {
            case Filed.Text(long _, var _, var text) -> text.id().equals(agreement);
            case Filed.Telling(long _, var _, Told told) ->
                fact(told).filter(fact -> bears(fact, agreement, clause)).isPresent();
        };
    }

    /// The fact that is told, or that is taken back.
    Optional<Fact> fact(Told told) {
        return told instanceof Told.Retracted retracted ? register.fact(retracted.of()) : told.tells();
    }

    private static boolean bears(Fact fact, String agreement, @Nullable ClauseId clause) {
        return fact.bearsOn().stream()
                .anyMatch(bearing -> clause == null
                        ? bearing.clause().agreement().equals(agreement)
                        : bearing.clause().equals(clause));
    }
}
