package entente.agreement;

import entente.terms.Money;
import entente.terms.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A number that a source gives: a sum of money, or a count of something.
///
/// `low` and `high` are both ends of a range where the source gives one, else null. `bound` says what the source says
/// around the number; it is never rounded away.
public sealed interface Figure {
    Bound bound();

    @Nullable
    BigDecimal low();

    @Nullable
    BigDecimal high();

    /// The number as the source gives it: major units of the currency, or the count.
    BigDecimal value();

    /// The least that it can mean: the low end of a range, else the number.
    default BigDecimal least() {
        BigDecimal low = low();
        return low == null ? value() : low;
    }

    /// A sum of money at one stage. Sums of two stages or two currencies are never added.
    record Sum(
            Money money,
            Stage stage,
            Role role,
            Bound bound,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) implements Figure {
        @Override
        public BigDecimal value() {
            return money.major();
        }
    }

    /// A count: `of` is the machine word for what is counted, `unit` the words that follow the number on a page.
    record Count(
            BigDecimal value,
            String of,
            Words unit,
            Bound bound,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) implements Figure {
        public Count {
            Slug.check(of);
        }
    }

    /// How far a sum of money has come, from word to deed.
    enum Stage {
        ANNOUNCED("announced", new Words("announced", "annoncé")),
        PROMISED("promised", new Words("promised", "promis")),
        ALLOCATED("allocated", new Words("allocated", "affecté")),
        CONTRACTED("contracted", new Words("contracted", "engagé par contrat")),
        PAID("paid", new Words("paid", "payé")),
        CERTIFIED("certified", new Words("certified", "certifié")),
        DELIVERED("delivered", new Words("delivered value", "valeur livrée"));

        private final String code;
        private final Words title;

        Stage(String code, Words title) {
            this.code = code;
            this.title = title;
        }

        public String code() {
            return code;
        }

        public Words title() {
            return title;
        }
    }

    /// How a sum stands to other sums. Only a `PART` is ever added to another.
    enum Role {
        PART("part", new Words("a sum of its own", "somme distincte")),
        TOTAL("total", new Words("a total that already adds others up", "total qui en additionne déjà d’autres")),
        REPEAT("repeat", new Words("the same sum told again", "même somme rapportée de nouveau")),
        UNCLEAR(
                "unclear",
                new Words("may already lie inside another sum", "peut déjà être comprise dans une autre somme")),
        MOVED("moved", new Words("money already counted, put to another use", "somme déjà comptée, réorientée")),
        OUTSIDE("outside", new Words("not money under the agreement", "somme étrangère à l’accord"));

        private final String code;
        private final Words title;

        Role(String code, Words title) {
            this.code = code;
            this.title = title;
        }

        public String code() {
            return code;
        }

        public Words title() {
            return title;
        }
    }

    /// What the source says around its number.
    enum Bound {
        EXACT("exact"),
        ABOUT("about"),
        ALMOST("almost"),
        AT_LEAST("at-least"),
        MORE_THAN("more-than"),
        AT_MOST("at-most"),
        LESS_THAN("less-than");

        private final String code;

        Bound(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /// What can be said around a sum of several: what is said around those that are not exact where they agree,
        /// else that
        /// it is about so much.
        public static Bound together(java.util.Collection<Bound> bounds) {
            return bounds.stream()
                    .filter(bound -> bound != EXACT)
                    .reduce((one, other) -> one == other ? one : ABOUT)
                    .orElse(EXACT);
        }

        /// The source gives only an upper limit, so that the number proves no "at least".
        public boolean upperLimitOnly() {
            return this == AT_MOST || this == LESS_THAN;
        }
    }
}
