package entente.agreement;

import entente.terms.Party;
import entente.terms.Period;
import entente.terms.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An agreement between the two governments: its clauses in their order, and what each of them commits to.
///
/// `published`, `inForce` and `ends` are null where the text or its sources give none.
public record Agreement(
        String id,
        Words title,
        Period signed,
        @Nullable Period published,
        @Nullable Period inForce,
        @Nullable Period ends,
        @Nullable Words place,
        Set<Party> parties,
        List<Signatory> signatories,
        @Nullable Words note,
        List<String> sources,
        List<Clause> clauses) {
    public Agreement {
        Slug.check(id);
        parties = Set.copyOf(parties);
        signatories = List.copyOf(signatories);
        sources = List.copyOf(sources);
        clauses = List.copyOf(clauses);
    }

    /// A minister or head of government who signed, by post.
    public record Signatory(Party party, Words post, String name) {}

    /// The first day on which it can have been signed: nothing that was over before that day keeps one of its
    /// promises.
    public LocalDate begins() {
        return signed.first();
    }

    /// The clauses that stand on a day, in their order: those added later are left out.
    public List<Clause> clauses(LocalDate day) {
        return clauses.stream().filter(clause -> clause.standsOn(day)).toList();
    }

    public Stream<Commitment> commitments() {
        return clauses.stream().flatMap(clause -> clause.commitments().stream());
    }

    public Optional<Clause> clause(String clause) {
        return clauses.stream().filter(one -> one.id().clause().equals(clause)).findFirst();
    }

    /// The place of a clause in the text, counted from 1: the number in its address.
    public int number(Clause clause) {
        return clauses.indexOf(clause) + 1;
    }
}
