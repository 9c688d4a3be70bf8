package entente.agreement;

import entente.agreement.Figure.Sum;
import entente.terms.Party;
import entente.terms.Period;
import entente.terms.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that somebody promised to do.
///
/// `who` may be empty where only `others` owe it, for instance a company. `missing` says what the text fails to fix
/// and is null where nothing is missing. `active` is null where it binds from the signature on. `partOf` names the
/// commitment whose sum already contains this one's; `repeats` names earlier promises of the same thing.
public record Commitment(
        CommitmentId id,
        Set<Party> who,
        @Nullable Words others,
        @Nullable Words to,
        Words does,
        Words keptIf,
        @Nullable Words missing,
        @Nullable Words note,
        @Nullable String source,
        @Nullable Period active,
        @Nullable Sum promised,
        @Nullable CommitmentId partOf,
        List<CommitmentId> repeats,
        @Nullable Superseded supersededBy,
        List<String> themes,
        Nature nature) {
    public Commitment {
        who = Set.copyOf(who);
        repeats = List.copyOf(repeats);
        themes = List.copyOf(themes);
    }

    /// From `from` on, another commitment takes this one's place.
    public record Superseded(CommitmentId commitment, LocalDate from) {}

    /// How it can be known whether it is kept.
    public sealed interface Nature {
        /// Facts decide, by arithmetic.
        record Measured(Body body) implements Nature {}

        /// Both governments judge, by questions in plain words. `review` is null where no day for it is fixed.
        record Judged(List<Words> rubric, @Nullable Period review) implements Nature {
            public Judged {
                rubric = List.copyOf(rubric);
            }
        }

        /// It says no more than it says: nobody can tell whether it is kept.
        record Principle() implements Nature {}
    }
}
