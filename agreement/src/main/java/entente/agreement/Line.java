package entente.agreement;

import entente.agreement.Fact.Tag;
import entente.agreement.Figure.Bound;
import entente.agreement.Figure.Role;
import entente.agreement.Figure.Stage;
import entente.agreement.Figure.Sum;
import entente.terms.Money;
import entente.terms.Party;
import entente.terms.Period;
import entente.terms.Words;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One sum of money on record: a figure of a fact, or what a commitment promises.
///
/// `stage` is that of the sum, but a commitment's sum counts as promised whatever its text calls it. `when` is the
/// time to which the sum belongs, null where none is fixed. `agreements` names all that it bears on. `refused` says
/// why it is not added to the others of its stage and currency; it is null where it is added.
public record Line(
        Origin origin,
        Stage stage,
        Sum sum,
        @Nullable Period when,
        Label payer,
        Label purpose,
        Label payee,
        SortedSet<String> agreements,
        @Nullable Reason refused) {

    /// The theme that says that a promise is of money, and so nothing of what the money is for.
    private static final String MONEY = "money";

    /// Where a sum is told.
    public sealed interface Origin {
        /// The figure of a fact at `place`, counted from 0.
        record Told(Fact fact, int place) implements Origin {}

        /// What a commitment promises; `made` is when it was promised.
        record Promise(Commitment commitment, Period made) implements Origin {}
    }

    /// What stands at one end of a sum of money, or between: who pays, for what, to whom.
    public sealed interface Label {
        /// The tags of the fact, or the themes of the commitment; two of them stay one label.
        record Named(SortedSet<String> words) implements Label {}

        record Said(Words words) implements Label {}

        record NotKnown() implements Label {}

        /// Several labels gathered.
        record Other() implements Label {}
    }

    /// Why a sum is not added.
    public enum Reason {
        REPORT(new Words(
                "reports a promise, which is counted where its clause makes it",
                "fait état d’une promesse, comptée à la clause qui la fait")),
        INSIDE(new Words("lies inside the sum of another commitment", "comprise dans la somme d’un autre engagement")),
        TOTAL(Role.TOTAL.title()),
        REPEAT(Role.REPEAT.title()),
        UNCLEAR(Role.UNCLEAR.title()),
        MOVED(Role.MOVED.title()),
        OUTSIDE(Role.OUTSIDE.title());

        private final Words title;

        Reason(Words title) {
            this.title = title;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public Words title() {
            return title;
        }

        static @Nullable Reason of(Role role) {
            return switch (role) {
                case PART -> null;
                case TOTAL -> TOTAL;
                case REPEAT -> REPEAT;
                case UNCLEAR -> UNCLEAR;
                case MOVED -> MOVED;
                case OUTSIDE -> OUTSIDE;
            };
        }
    }

    static Line told(Fact fact, int place, Sum sum) {
        Reason role = Reason.of(sum.role());
        TreeSet<String> agreements = new TreeSet<>();
        fact.bearsOn().forEach(bearing -> agreements.add(bearing.clause().agreement()));
        return new Line(
                new Origin.Told(fact, place),
                sum.stage(),
                sum,
                fact.happened().unknown() ? null : fact.happened(),
                label(fact, Tag.PAYER),
                label(fact, Tag.PURPOSE),
                label(fact, Tag.PAYEE),
                agreements,
                role == null && sum.stage() == Stage.PROMISED ? Reason.REPORT : role);
    }

    private static Label label(Fact fact, Tag tag) {
        return named(fact.tags().getOrDefault(tag, new TreeSet<>()));
    }

    private static Label named(SortedSet<String> words) {
        return words.isEmpty() ? new Label.NotKnown() : new Label.Named(words);
    }

    static Line promise(Commitment commitment, Sum sum, Period made, LocalDate begins) {
        TreeSet<String> themes = new TreeSet<>(commitment.themes());
        themes.remove(MONEY);
        Words to = commitment.to();
        return new Line(
                new Origin.Promise(commitment, made),
                Stage.PROMISED,
                sum,
                Promised.when(commitment, sum.money().currency(), begins),
                owed(commitment.who(), commitment.others()),
                named(themes),
                to == null ? new Label.NotKnown() : new Label.Said(to),
                new TreeSet<>(Set.of(commitment.id().clause().agreement())),
                commitment.partOf() == null ? Reason.of(sum.role()) : Reason.INSIDE);
    }

    private static Label owed(Set<Party> who, @Nullable Words others) {
        if (who.isEmpty()) {
            return others == null ? new Label.NotKnown() : new Label.Said(others);
        }
        TreeSet<String> codes = new TreeSet<>();
        who.forEach(party -> codes.add(party.code().toLowerCase(java.util.Locale.ROOT)));
        return new Label.Named(codes);
    }

    public boolean added() {
        return refused == null;
    }

    public Money money() {
        return sum.money();
    }

    public Bound bound() {
        return sum.bound();
    }

    /// The name of the line, the same in every ledger that has it: the fact and the place of the figure in it from
    /// 1, `2014-09-20-fund-12m/1`, or the commitment, `calais-2014/c02-fund/k1`.
    public String id() {
        return switch (origin) {
            case Origin.Told(Fact fact, int place) -> fact.id() + "/" + (place + 1);
            case Origin.Promise(Commitment commitment, var _) -> commitment.id().toString();
        };
    }
}
