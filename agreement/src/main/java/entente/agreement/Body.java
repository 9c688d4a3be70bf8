package entente.agreement;

import entente.agreement.Fact.Kind;
import entente.agreement.Fact.Tag;
import entente.terms.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The measured body of a promise: one test, or several of which at least k must hold.
///
/// The algebra is that of docs/spec/algebra.md: measure over earmark, per schedule, against a threshold, within
/// tolerance.
public sealed interface Body {

    /// One comparison. `only` and `never` decide which facts count.
    record Test(
            Measure measure, Earmark only, Earmark never, Schedule schedule, Threshold threshold, Tolerance tolerance)
            implements Body {}

    /// At least `k` of the bodies hold: all of them where k is their number, any where k is 1.
    record AtLeast(int k, List<Body> of) implements Body {
        public AtLeast {
            of = List.copyOf(of);
            if (k < 1 || k > of.size()) {
                throw new IllegalArgumentException("at least k of n needs 1 <= k <= n, was: " + k + " of " + of.size());
            }
        }
    }

    /// What is measured over the facts that count.
    sealed interface Measure {
        /// The money of one stage and currency, `PART` sums only, in major units.
        record Money(Currency currency, Figure.Stage stage) implements Measure {}

        /// The counts of one thing, added.
        record Total(String of) implements Measure {}

        /// The number of facts.
        record Facts() implements Measure {}

        /// The number of different values of a tag.
        record Distinct(Tag tag) implements Measure {}

        /// The days of the window on which at least `present` were there at once.
        record Covered(String of, BigDecimal present) implements Measure {}

        /// The lowest count that any fact of the window gives.
        record Least(String of) implements Measure {}

        /// The count of the newest fact.
        record Latest(String of) implements Measure {}

        /// Days from each trigger (a count of `from`) to its first response (a count of `to` on the same subject).
        record Elapsed(String from, String to) implements Measure {}

        /// The count `of` over the count `to`, both from the newest fact that gives both.
        record Ratio(String of, String to) implements Measure {}

        /// Only the newest fact decides: it shows how things were on its day.
        default boolean snapshot() {
            return switch (this) {
                case Latest _, Ratio _ -> true;
                case Money _, Total _, Facts _, Distinct _, Covered _, Least _, Elapsed _ -> false;
            };
        }

        /// More facts can only make it larger, so that what is reached stays reached.
        default boolean grows() {
            return switch (this) {
                case Money _, Total _, Facts _, Distinct _, Covered _ -> true;
                case Least _, Latest _, Elapsed _, Ratio _ -> false;
            };
        }
    }

    /// Tests on a fact's own words. As `only`, a fact passes where it names a value and names none outside the set;
    /// as `never`, it fails where it names any inside. A kind set that is empty and tags that are absent test
    /// nothing.
    record Earmark(
            SortedSet<Kind> kinds,
            Map<Tag, SortedSet<String>> tags,
            @Nullable Period window) {
        public static final Earmark NONE = new Earmark(new TreeSet<>(), Map.of(), null);
    }

    /// When it must hold.
    sealed interface Schedule {
        /// The day after which a shortfall can no longer be made good, or null where it always can.
        @Nullable
        LocalDate lapses();

        /// Once, by the last day that `due` may mean.
        record By(Period due, @Nullable LocalDate lapses) implements Schedule {}

        /// In every whole or part period of a calendar from `from` to `until`, both inclusive.
        record Each(
                Calendar calendar,
                LocalDate from,
                LocalDate until,
                @Nullable LocalDate lapses) implements Schedule {}

        /// Within so many days of each trigger of an [Measure.Elapsed].
        record Within(int days, @Nullable LocalDate lapses) implements Schedule {}

        /// On every day of the period.
        record Throughout(Period period) implements Schedule {
            @Override
            public @Nullable LocalDate lapses() {
                return null;
            }
        }
    }

    /// Against what the measure is compared.
    sealed interface Threshold {
        record AtLeastThis(BigDecimal value) implements Threshold {}

        record AtMostThis(BigDecimal value) implements Threshold {}

        record Exactly(BigDecimal value) implements Threshold {}

        record Between(BigDecimal low, BigDecimal high) implements Threshold {}

        /// At least `values[i]` in period i, counted from 0; the last value holds for all later periods.
        record Table(List<BigDecimal> values) implements Threshold {
            public Table {
                values = List.copyOf(values);
            }
        }

        /// At least `percent` of another measure over the same facts.
        record Share(BigDecimal percent, Measure of) implements Threshold {}
    }

    /// What is forgiven. More of it never makes a standing worse.
    record Tolerance(BigDecimal amount, BigDecimal percent, int graceDays, int missedPeriods, int gapDays) {
        public static final Tolerance NONE = new Tolerance(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0);
    }
}
