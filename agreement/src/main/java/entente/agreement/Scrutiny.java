package entente.agreement;

import entente.agreement.Told.Asserted;
import entente.agreement.Told.Corrected;
import entente.agreement.Told.Retracted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The draft in which it is found out what stands against taking things into a register. What is told may name what
/// is told after it.
final class Scrutiny {
    private final Register register;
    private final Texts texts;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private Scrutiny(Register register, Texts texts) {
        this.register = register;
        this.texts = texts;
    }

    /// @param texts of the register with the new agreements in it
    static List<Refusal> of(Register register, Texts texts, Collection<Agreement> agreements, List<Told> told) {
        Scrutiny scrutiny = new Scrutiny(register, texts);
        agreements.forEach(scrutiny::check);
        List<Told> news = told.stream().filter(one -> !register.already(one)).toList();
        news.forEach(scrutiny::name);
        news.forEach(scrutiny::check);
        return List.copyOf(scrutiny.refusals);
    }

    private void check(Agreement agreement) {
        agreement.commitments().forEach(commitment -> {
            String in = commitment.id().toString();
            require(in, commitment.partOf());
            commitment.repeats().forEach(other -> require(in, other));
            Commitment.Superseded superseded = commitment.supersededBy();
            require(in, superseded == null ? null : superseded.commitment());
        });
    }

    private void require(String in, @Nullable CommitmentId other) {
        if (other != null && !texts.has(other)) {
            refusals.add(new Refusal.UnknownCommitment(in, other.toString()));
        }
    }

    private void name(Told told) {
        switch (told) {
            case Asserted(Fact fact) -> name(fact);
            case Corrected(var _, Fact fact, var _) -> name(fact);
            case Retracted _ -> {}
        }
    }

    private void name(Fact fact) {
        if (register.fact(fact.id()).isPresent() || !ids.add(fact.id())) {
            refusals.add(new Refusal.DuplicateFact(fact.id()));
        }
    }

    private void check(Told told) {
        switch (told) {
            case Asserted(Fact fact) -> check(fact);
            case Corrected(String of, Fact fact, var _) -> {
                check(fact);
                displacement(of, fact.id());
            }
            case Retracted(String of, var _, var _, var _) -> {
                displacement(of, "retraction");
                gone.add(of);
            }
        }
    }

    private void check(Fact fact) {
        for (Fact.Bearing bearing : fact.bearsOn()) {
            boolean found = bearing.commitment() == null
                    ? texts.has(bearing.clause())
                    : texts.has(bearing.clause().commitment(bearing.commitment()));
            if (!found) {
                refusals.add(new Refusal.UnknownClause(fact.id(), bearing.toString()));
            }
        }
        Stream.concat(fact.judges().stream().map(Fact.Judging::commitment), fact.waives().stream())
                .forEach(commitment -> require(fact.id(), commitment));
        fact.disagreesWith().stream()
                .filter(other -> !told(other))
                .forEach(other -> refusals.add(new Refusal.UnknownFact(fact.id(), other)));
    }

    private boolean told(String fact) {
        return ids.contains(fact) || register.fact(fact).isPresent();
    }

    private void displacement(String of, String by) {
        // What corrects itself would never stand, and nobody would see it.
        if (!told(of) || of.equals(by)) {
            refusals.add(new Refusal.UnknownFact(by, of));
        } else if (gone.contains(of) || register.retracted(of)) {
            refusals.add(new Refusal.AlreadyRetracted(of));
        }
    }
}
