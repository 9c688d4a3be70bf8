package entente.agreement;

import entente.agreement.Figure.Stage;
import entente.terms.Period;
import entente.terms.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All published figures about one thing laid side by side, thing by thing. No figure is preferred, changed or
/// converted. By the rules of docs/spec/comparing.md; those that differ most come first.
public record Figures(List<Thing> things) {
    public Figures {
        things = List.copyOf(things);
    }

    /// By what was known on a day, in all agreements.
    public static Figures of(Register register, LocalDate known) {
        return new Figures(new Gathering(register, known).things());
    }

    /// Only the things of which some telling is about this agreement.
    public Figures about(String agreement) {
        return new Figures(things.stream()
                .filter(thing -> thing.tellings().stream()
                        .anyMatch(telling -> telling.teller().clauses().stream()
                                .anyMatch(clause -> clause.agreement().equals(agreement))))
                .toList());
    }

    public long differing() {
        return things.stream()
                .filter(thing -> thing.verdict() == Verdict.DIFFER)
                .count();
    }

    /// One thing that has been counted or paid. `name` is unique here and fit for the anchor of a page. Comparisons
    /// stand only where two tellings speak of the same in the same terms.
    public record Thing(
            String name,
            List<Telling> tellings,
            List<Comparison> comparisons,
            List<Remade> remade,
            SortedSet<Doubt> doubts,
            Verdict verdict) {
        public Thing {
            tellings = List.copyOf(tellings);
            comparisons = List.copyOf(comparisons);
            remade = List.copyOf(remade);
            doubts = Collections.unmodifiableSortedSet(new TreeSet<>(doubts));
        }

        /// How many facts and texts tell of it.
        public long sources() {
            return tellings.stream()
                    .map(telling -> Kinship.source(telling.teller()))
                    .distinct()
                    .count();
        }

        /// The widest disagreement in it, in percent of the lower side; zero where nothing differs.
        public BigDecimal width() {
            return comparisons.stream()
                    .filter(Comparison::differ)
                    .flatMap(one -> Stream.ofNullable(one.percent()))
                    .reduce(BigDecimal.ZERO, BigDecimal::max);
        }
    }

    /// A figure as it was published, with the time that it is about. `beside` says that the source gives it next to a
    /// larger one, as an instalment or share: it is shown and not compared.
    public record Telling(Teller teller, Figure figure, Period when, boolean beside) {
        public What what() {
            return What.of(figure);
        }

        /// The year that its time fills, or null where it fills none: a French year is a calendar year.
        public @Nullable Calendar year() {
            LocalDate first = when.first();
            if (when.unknown() || !first.plusYears(1).minusDays(1).equals(when.last())) {
                return null;
            }
            return switch (first.getMonthValue() * 100 + first.getDayOfMonth()) {
                case 101 -> Calendar.FRENCH_YEAR;
                case 401 -> Calendar.UK_YEAR;
                default -> null;
            };
        }
    }

    /// Who gives a figure: a fact on record, or the text of an agreement through what it promises.
    public sealed interface Teller {
        /// The clauses that it is about.
        List<ClauseId> clauses();

        record OfFact(Fact fact) implements Teller {
            @Override
            public List<ClauseId> clauses() {
                return fact.bearsOn().stream()
                        .map(Fact.Bearing::clause)
                        .distinct()
                        .toList();
            }
        }

        /// `promises` are those whose sums were added; one alone is given as it stands.
        record OfText(Agreement agreement, Clause clause, List<CommitmentId> promises) implements Teller {
            public OfText {
                promises = List.copyOf(promises);
            }

            @Override
            public List<ClauseId> clauses() {
                return List.of(clause.id());
            }
        }
    }

    /// In what a figure is told. Two figures of unlike kinds are never compared.
    public sealed interface What {
        /// `of` is the word for what is counted, without what follows `-other-` in it.
        record Counted(String of) implements What {}

        record Paid(Stage stage, Currency currency) implements What {}

        static What of(Figure figure) {
            return switch (figure) {
                case Figure.Sum sum -> new Paid(sum.stage(), sum.money().currency());
                case Figure.Count count -> {
                    int other = count.of().indexOf("-other-");
                    yield new Counted(other < 0 ? count.of() : count.of().substring(0, other));
                }
            };
        }
    }

    /// At least two tellings of the same in the same terms. `lowest` and `highest` are the ends as published; `apart`
    /// is how much no range, bound or rounding explains, zero where all can be true.
    public record Comparison(
            What what,
            List<Telling> tellings,
            BigDecimal lowest,
            BigDecimal highest,
            boolean differ,
            BigDecimal apart) {
        public Comparison {
            tellings = List.copyOf(tellings);
        }

        static Comparison of(What what, List<Telling> tellings) {
            Extent common = tellings.stream()
                    .map(telling -> Extent.of(telling.figure()))
                    .reduce(Extent.ALL, Extent::and);
            return new Comparison(
                    what,
                    tellings,
                    tellings.stream()
                            .map(telling -> telling.figure().least())
                            .reduce(BigDecimal::min)
                            .orElseThrow(),
                    tellings.stream()
                            .map(telling -> Extent.most(telling.figure()))
                            .reduce(BigDecimal::max)
                            .orElseThrow(),
                    common.empty(),
                    common.missing());
        }

        /// `apart` as a share of the lower side, to one decimal; null where the lower side is nought.
        public @Nullable BigDecimal percent() {
            BigDecimal base = tellings.stream()
                    .map(telling -> Extent.of(telling.figure()))
                    .reduce(Extent.ALL, Extent::and)
                    .upper();
            return base == null || base.signum() <= 0
                    ? null
                    : apart.movePointRight(2).divide(base, 1, RoundingMode.HALF_EVEN);
        }
    }

    /// A sum held against those that the same source gives beside it: what they come to, and by how much that misses
    /// it, below zero where they come to more. For totals against the parts on record see [Reconciliation].
    public record Remade(Telling total, List<Telling> parts, BigDecimal sum, BigDecimal missing) {
        public Remade {
            parts = List.copyOf(parts);
        }

        /// The total, with all that is said around it, leaves room for what the parts come to.
        public boolean meets() {
            return Extent.of(total.figure()).holds(sum);
        }
    }

    /// What came of laying them side by side.
    public enum Verdict {
        DIFFER(new Words("cannot all be true", "ne peuvent être tous vrais")),
        NOTED(new Words(
                "said to disagree, though the numbers alone do not show it",
                "dits contradictoires, sans que les seuls nombres le montrent")),
        NOT_COMPARED(new Words("not told in the same terms", "non exprimés dans les mêmes termes")),
        AGREE(new Words("can all be true", "peuvent être tous vrais")),
        SINGLE(new Words("only one source", "une seule source"));

        private final Words title;

        Verdict(Words title) {
            this.title = title;
        }

        public Words title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// What the record itself shows that may explain a difference, or hide one.
    public enum Doubt {
        SAME_NUMBER(new Words(
                "the same number stands in pounds and in euros",
                "le même nombre figure en livres sterling et en euros")),
        CURRENCIES(new Words(
                "told in two currencies, each compared with its own kind",
                "exprimé en deux monnaies, chacune comparée à elle-même")),
        STAGES(new Words(
                "sums of two stages, such as planned and delivered",
                "sommes de deux stades, par exemple prévu et livré")),
        YEARS(new Words(
                "a calendar year stands beside a UK financial year",
                "une année civile côtoie un exercice budgétaire britannique")),
        PERIODS(new Words("not for the same time", "pas pour la même durée")),
        UNSURE_PERIOD(new Words("the time is unknown or only about right", "période inconnue ou approximative")),
        UNITS(new Words("not counted in the same words", "pas compté dans les mêmes termes")),
        PLACES(new Words("not for the same places", "pas pour les mêmes lieux")),
        RANGE(new Words("one source gives a range", "une source donne une fourchette")),
        TOTAL(new Words(
                "a total that adds others up stands beside a sum of its own",
                "un total qui en additionne d’autres côtoie une somme distincte")),
        PARTS(new Words(
                "a total does not meet the parts given beside it",
                "un total ne correspond pas aux parties données à côté"));

        private final Words title;

        Doubt(Words title) {
            this.title = title;
        }

        public Words title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static SortedSet<Doubt> none() {
            return new TreeSet<>(EnumSet.noneOf(Doubt.class));
        }
    }
}
