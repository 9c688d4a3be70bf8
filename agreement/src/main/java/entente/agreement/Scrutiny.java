package entente.agreement;

import entente.agreement.Told.Asserted;
import entente.agreement.Told.Corrected;
import entente.agreement.Told.Retracted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The draft in which it is found out what stands against taking things into a register. What is told may name what
/// is told after it, but change only what was told before.
final class Scrutiny {
    private static final int MOST = Register.MOST_REFUSALS;

    private final Register register;
    private final Texts texts;
    /// The facts that are told, each with its place among what is told.
    private final Map<String, Integer> places = new HashMap<>();
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
        for (int i = 0; i < news.size(); i++) {
            scrutiny.name(news.get(i), i);
        }
        for (int i = 0; i < news.size(); i++) {
            scrutiny.check(news.get(i), i);
        }
        return List.copyOf(scrutiny.refusals);
    }

    private void refuse(Refusal refusal) {
        if (refusals.size() < MOST) {
            refusals.add(refusal);
        }
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
            refuse(new Refusal.UnknownCommitment(in, other.toString()));
        }
    }

    private void name(Told told, int place) {
        told.tells().ifPresent(fact -> {
            if (register.fact(fact.id()).isPresent() || places.putIfAbsent(fact.id(), place) != null) {
                refuse(new Refusal.DuplicateFact(fact.id()));
            }
        });
    }

    private void check(Told told, int place) {
        switch (told) {
            case Asserted(Fact fact) -> check(fact);
            case Corrected(String of, Fact fact, var _) -> {
                check(fact);
                displacement(of, fact.id(), place);
            }
            case Retracted(String of, var _, var _, var _) -> {
                displacement(of, "retraction", place);
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
                refuse(new Refusal.UnknownClause(fact.id(), bearing.toString()));
            }
        }
        Stream.concat(fact.judges().stream().map(Fact.Judging::commitment), fact.waives().stream())
                .forEach(commitment -> require(fact.id(), commitment));
        fact.disagreesWith().stream()
                .filter(other -> !told(other))
                .forEach(other -> refuse(new Refusal.UnknownFact(fact.id(), other)));
    }

    private boolean told(String fact) {
        return places.containsKey(fact) || register.fact(fact).isPresent();
    }

    private void displacement(String of, String by, int place) {
        // What corrects itself would never stand, and nobody would see it.
        if (!told(of) || of.equals(by)) {
            refuse(new Refusal.UnknownFact(by, of));
        } else if (gone.contains(of) || register.retracted(of)) {
            refuse(new Refusal.AlreadyRetracted(of));
        } else if (places.getOrDefault(of, -1) > place) {
            refuse(new Refusal.ToldLater(of));
        }
    }
}
